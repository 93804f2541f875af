export default {
  layout: "event.11ty.js",
  section: "tapahtumat",
  permalink: (data) => `/tapahtumat/${data.page.fileSlug}/index.html`,
};
