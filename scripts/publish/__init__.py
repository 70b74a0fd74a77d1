"""What is made around the pages. Each module has ``publish(project, config, site)``."""

from scripts.publish import feeds, for_machines, sitemap

STEPS = (feeds, sitemap, for_machines)
# What a person sees while writing; the rest takes time and only machines read it.
QUICK_STEPS = (sitemap,)
