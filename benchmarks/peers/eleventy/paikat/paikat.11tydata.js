export default {
  layout: "place.11ty.js",
  section: "paikat",
  tags: ["places"],
  permalink: (data) => `/paikat/${data.page.fileSlug}/index.html`,
};
