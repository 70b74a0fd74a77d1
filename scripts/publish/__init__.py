"""What is made around the pages. Each module has ``publish(project, config, site)``."""

from scripts.publish import feeds, for_machines, open_data, sitemap

STEPS = (open_data, feeds, sitemap, for_machines)
# What a person sees while writing; the rest takes time and only machines read it.
QUICK_STEPS = (open_data, sitemap)
