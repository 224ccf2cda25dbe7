"""The worker that holds WeasyPrint: reads pickled questions, answers with PDF and complaints, draws pages.

The only module that imports the engine.
"""

import gc
import logging
import os
import pickle
import sys
import traceback
from collections.abc import Callable, Mapping
from typing import Any, BinaryIO

INSTALL_HINT = (
    "Install Pango: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 · dnf install pango · "
    "brew install pango · pacman -S mingw-w64-ucrt-x86_64-pango (MSYS2)."
)
QUIET = ("fontTools", "weasyprint.progress")


class Log(logging.Handler):
    """Keeps what the engine complains of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[tuple[str, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep level and message."""
        self.records.append((record.levelname.lower(), record.getMessage()))


def _listen() -> Log:
    log = Log()
    logger = logging.getLogger("weasyprint")
    logger.handlers, logger.propagate = [log], False
    logger.setLevel(logging.WARNING)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return log


def _engine() -> dict[str, Any]:
    """Import the engine; a fault in one sentence where its libraries are missing."""
    try:
        import weasyprint
    except OSError as missing:
        return {
            "fault": f"The typesetting engine finds no Pango ({str(missing).splitlines()[0]}).",
            "hint": INSTALL_HINT,
        }
    return {"module": weasyprint}


def _fetcher(pictures: Mapping[str, str]) -> Any:
    """Return a fetcher that opens the given files alone: no network, nothing else of the disk."""
    from weasyprint.urls import URLFetcher

    class OnlyPictures(URLFetcher):
        def fetch(self, url: str, headers: Any = None) -> Any:
            if url not in pictures:
                raise ValueError(f"refused: {url}")
            return super().fetch(pictures[url], headers)

    return OnlyPictures(allowed_protocols=("file",))


def _drawn(question: dict[str, Any]) -> dict[str, Any]:
    """Return the pages of a finished PDF as pictures: this process is idle by then, its core free."""
    from newsletter.press import render

    pages = range(1, question["pages"] + 1)
    return {"drawn": [render(question["draw"], page, question["dpi"], "WEBP") for page in pages]}


def _answer(weasyprint: Any, question: dict[str, Any], log: Log) -> dict[str, Any]:
    """Return the answer to one question, or the traceback of what went wrong with it."""
    try:
        return _drawn(question) if "draw" in question else _proofs(weasyprint, question, log)
    except Exception:
        return {"trace": traceback.format_exc()}


def _proofs(weasyprint: Any, question: dict[str, Any], log: Log) -> dict[str, Any]:
    """Return the proof of every part: the first set here, the others at the same time in children."""
    first, *others = question["parts"]
    children = [_forked(weasyprint, part, question["pictures"], log) for part in others]
    proofs = [_proof(weasyprint, first, question["pictures"], log), *(child() for child in children)]
    trace = next((proof["trace"] for proof in proofs if "trace" in proof), "")
    return {"trace": trace} if trace else {"proofs": proofs}


def _forked(
    weasyprint: Any, part: str, pictures: Mapping[str, str], log: Log
) -> Callable[[], dict[str, Any]]:
    """Start setting a part in a child with the engine already imported; return how to fetch its proof.

    Where a process cannot be copied the part is set when it is fetched.
    """
    if sys.platform != "linux":
        return lambda: _proof(weasyprint, part, pictures, log)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        with os.fdopen(writing, "wb") as answer:
            pickle.dump(_proof(weasyprint, part, pictures, log), answer)
        os._exit(0)
    os.close(writing)
    return lambda: _fetched(child, reading)


def _fetched(child: int, reading: int) -> dict[str, Any]:
    """Return a child's proof, or how it ended."""
    with os.fdopen(reading, "rb") as answer:
        data = answer.read()
    _pid, status = os.waitpid(child, 0)
    return dict(pickle.loads(data)) if data else {"trace": f"a part's process ended with {status}"}


def _proof(weasyprint: Any, part: str, pictures: Mapping[str, str], log: Log) -> dict[str, Any]:
    """Return the PDF of a part and what the engine complained of, or a traceback."""
    log.records.clear()
    try:
        pdf = weasyprint.HTML(string=part, url_fetcher=_fetcher(pictures)).write_pdf()
    except Exception:
        return {"trace": traceback.format_exc()}
    return {"pdf": pdf, "complaints": list(log.records)}


def serve(questions: BinaryIO, answers: BinaryIO) -> None:
    """Answer until the questions end."""
    engine = _engine()
    log = _listen()
    # Boxes by the ten thousand and few cycles: collecting costs a fifth of the time and frees nothing.
    gc.disable()
    while True:
        try:
            question = pickle.load(questions)
        except EOFError:
            return
        answer = _answer(engine["module"], question, log) if "module" in engine else engine
        pickle.dump(answer, answers)
        answers.flush()


if __name__ == "__main__":
    out = sys.stdout.buffer
    sys.stdout = sys.stderr
    serve(sys.stdin.buffer, out)
