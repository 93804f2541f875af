import { feed } from "./lib/feed.js";

export const data = { permalink: "/rss.xml", eleventyExcludeFromCollections: true };

export function render(data) {
  return feed("", "/", data.collections.newest, data);
}
