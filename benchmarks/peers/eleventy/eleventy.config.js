// What collections there are; everything else is Eleventy's default.
export default function (config) {
  config.addPassthroughCopy("theme");
  config.addCollection("coming", (api) =>
    api
      .getFilteredByGlob("tapahtumat/**/*.md")
      .filter((page) => page.data.next)
      .sort((a, b) => (a.data.next < b.data.next ? -1 : 1)),
  );
  config.addCollection("newest", (api) =>
    api.getFilteredByGlob("tapahtumat/**/*.md").sort((a, b) => b.date - a.date),
  );
  config.addCollection("byPlace", (api) => {
    const found = new Map();
    for (const page of api.getFilteredByGlob("tapahtumat/**/*.md")) {
      const place = page.data.place;
      if (!place) continue;
      if (!found.has(place)) found.set(place, []);
      found.get(place).push(page);
    }
    for (const pages of found.values()) pages.sort((a, b) => b.date - a.date);
    return found;
  });
  config.addCollection("bySlug", (api) => {
    const places = api.getFilteredByGlob("paikat/*.md");
    return new Map(places.map((page) => [page.fileSlug, page]));
  });
}

export const config = {
  templateFormats: ["md", "11ty.js"],
  markdownTemplateEngine: false,
};
