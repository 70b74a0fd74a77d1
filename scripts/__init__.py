"""Tools around the site: check the content, build, publish and serve it."""
