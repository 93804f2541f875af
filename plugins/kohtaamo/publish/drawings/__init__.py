"""Pictures that we draw ourselves: what messages show beside a link, and the icons."""
