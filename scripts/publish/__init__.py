"""What is made around the pages. Each module has ``publish(project, config, site)``."""

from scripts.publish import feeds, for_machines, search, sitemap

STEPS = (search, feeds, sitemap, for_machines)
# What a person sees while writing; the rest takes time and only machines read it.
QUICK_STEPS = (search, sitemap)
