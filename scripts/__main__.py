"""One door for people, pre-commit and CI: ``python -m scripts <verb>``."""

from __future__ import annotations

import argparse
import datetime
import sys
from pathlib import Path

from scripts.project import ROOT, Project


def main(arguments: list[str] | None = None) -> int:
    """Run one verb and return the exit code: 0 done, 1 something must be mended, 2 wrong use."""
    parser = argparse.ArgumentParser(prog="python -m scripts", description="Check, build and serve the site.")
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    parser.add_argument(
        "--today", type=datetime.date.fromisoformat, default=datetime.date.today(), help="day the dates are judged by, YYYY-MM-DD"
    )
    verbs = parser.add_subparsers(dest="verb", required=True)
    check = verbs.add_parser("check", help="say what must be mended; change nothing")
    check.add_argument("paths", nargs="*", help="only say what concerns these files or folders")
    check.add_argument("--since", default="", metavar="COMMIT", help="also refuse addresses deleted since then")
    fix = verbs.add_parser("fix", help="mend what can be mended without a decision")
    fix.add_argument("paths", nargs="*", help="only mend these files or folders")
    new = verbs.add_parser("new", help="start a claim, reference, condition, question or myth from a form")
    new.add_argument("kind", help="claim, reference, condition, question or myth")
    new.add_argument("id", help="its id: small letters, digits and hyphens")
    verbs.add_parser("build", help="build site/")
    serve = verbs.add_parser("serve", help="build and serve with live reload")
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=8000)
    bench = verbs.add_parser("bench", help="measure the checks and the build, or the search")
    bench.add_argument("what", nargs="?", choices=["search"], help="search: our search beside Material's own and Pagefind")
    pack = verbs.add_parser("pack", help="make an archive of chosen handouts, with a clinic's name on each")
    pack.add_argument("ids", nargs="+", help="names of questions, myths or conditions, such as blood-thinners or conditions/hernia")
    pack.add_argument("--clinic", default="", help="name that stands on each sheet, 120 characters at most")
    pack.add_argument("--paper", choices=["a4", "letter"], default="a4")
    pack.add_argument("--to", type=Path, default=Path("pack.zip"), help="the archive to write")
    verbs.add_parser("report", help="how each page reads and scores, the worst first")
    verbs.add_parser("ready", help="say whether the owner's addresses are set")
    verbs.add_parser("overdue", help="warn of reviews that are due and outside links that fail")
    options = parser.parse_args(arguments)
    project = Project(options.root.resolve(), options.today)

    # Imported here so that `check` does not wait for MkDocs, nor `new` for the checks.
    if options.verb == "check":
        from scripts.checking import report

        return report(project, options.paths, options.since)
    if options.verb == "fix":
        from scripts.fixing import fix as mend

        return mend(project, options.paths)
    if options.verb == "new":
        from scripts.new import start

        return start(project, options.kind, options.id)
    if options.verb == "report":
        from scripts.quality import report as report_quality

        return report_quality(project)
    if options.verb == "ready":
        from scripts.ready import ready

        return ready(project)
    if options.verb == "overdue":
        from scripts.overdue import overdue

        return overdue(project)
    if options.verb == "pack":
        from scripts.kit.pack_command import pack as make_pack

        return make_pack(project, options.ids, options.paper, options.clinic, options.to)
    if options.verb == "bench":
        if options.what == "search":
            from scripts.bench_search import bench_search

            return bench_search(project)
        from scripts.bench import bench as measure

        return measure(project)
    from scripts.building import BuildFailed, build

    try:
        if options.verb == "build":
            build(project)
        else:
            from scripts.serving import serve as run_server

            run_server(lambda: Project(project.root, options.today), options.host, options.port)
    except BuildFailed as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
