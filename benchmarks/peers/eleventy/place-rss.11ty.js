import { feed } from "./lib/feed.js";

export const data = {
  pagination: { data: "collections.places", size: 1, alias: "place" },
  permalink: ({ place }) => `${place.url}rss.xml`,
  eleventyExcludeFromCollections: true,
};

export function render(data) {
  const { place, collections } = data;
  const events = collections.byPlace.get(place.fileSlug) ?? [];
  return feed(place.data.title, place.url, events, data);
}
