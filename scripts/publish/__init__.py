"""What is made around the pages. Each module has ``publish(project, config, site)``."""

from scripts.publish import open_data, sitemap

STEPS = (open_data, sitemap)
