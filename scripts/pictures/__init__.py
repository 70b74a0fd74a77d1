"""Pictures of data/pictures/: what each draws, and the rows behind it.

Each module has ``rows(data)``, the table and CSV of the picture, and ``draw(data)``, its SVG in the
light colours of the site. Charts are drawn by Matplotlib (scripts/pictures/chart.py says why), the other
drawings by Jinja templates in ``overrides/pictures/``.
"""

from __future__ import annotations

from scripts.pictures import after_session, body_map, burn_time, certainty, contact_patches, list_families, pressures, table_load, weight

PICTURES = {
    "after-a-session": after_session,
    "body-map": body_map,
    "burn-time": burn_time,
    "certainty-by-topic": certainty,
    "contact-patches": contact_patches,
    "list-families": list_families,
    "pressures": pressures,
    "table-load": table_load,
    "where-the-weight-goes": weight,
}
