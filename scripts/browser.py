"""Finds a Chromium for the browser tests, or installs one: ``python -m scripts.browser``.

The order: one already on the machine; Playwright's own download; the system's package manager.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from playwright.sync_api import Playwright, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)


class NoBrowser(RuntimeError):
    """No Chromium was found and none could be installed."""


def find(playwright: Playwright) -> str | None:
    """Path of a Chromium on this machine, or None. CHROMIUM in the environment goes first."""
    named = [os.environ.get("CHROMIUM"), *(shutil.which(name) for name in NAMES), *MAC]
    return next((path for path in [*named, playwright.chromium.executable_path] if path and os.path.exists(path)), None)


def _find() -> str | None:
    with sync_playwright() as playwright:
        return find(playwright)


def install() -> str:
    """Return the path of a Chromium, installing it when there is none.

    Raises NoBrowser with what to do when every way fails.
    """
    attempts = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        attempts += [["apt-get", "update"], ["apt-get", "install", "--yes", "--no-install-recommends", "chromium"]]
    for attempt in attempts:
        if path := _find():
            return path
        print("No Chromium yet; trying:", " ".join(attempt), flush=True)
        subprocess.run(attempt, check=False, stdin=subprocess.DEVNULL)
    if path := _find():
        return path
    raise NoBrowser(
        "The browser tests need Chromium and none could be installed. Install Chromium or Chrome"
        " (on Debian, as root: apt-get install chromium), or name one: CHROMIUM=/path/to/chromium make test"
    )


if __name__ == "__main__":
    try:
        print("Chromium:", install())
    except NoBrowser as error:
        sys.exit(str(error))
