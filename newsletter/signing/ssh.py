"""SSH signatures over a signature's hash, by ssh-keygen; whose key is whose says issues/allowed_signers."""

import subprocess
import tempfile
from pathlib import Path

from newsletter import bench
from newsletter.diagnostics import MachineFault
from newsletter.issue import Signature
from newsletter.language import _
from newsletter.programs import run

SIGNERS = Path("issues") / bench.SIGNERS
NAMESPACE = "newsletter-sign-off"
BEGIN, END = "-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----"


def sealed(digest: str, key: Path) -> str:
    """Return the SSH signature over a hash, in base64.

    Raises MachineFault (4) where ssh-keygen is not there or the key cannot be used.
    """
    made = _ran(("-Y", "sign", "-f", str(key), "-n", NAMESPACE), digest.encode())
    if made.returncode:
        why = made.stderr.decode("utf-8", "replace").strip().splitlines()
        sentence = _("The key {file} cannot sign: {why}.").format(file=key, why=why[-1] if why else "?")
        raise MachineFault(sentence, _("Name a private SSH key, or one that the agent holds."))
    lines = made.stdout.decode("ascii", "replace").split()
    return "".join(lines).replace(BEGIN.replace(" ", ""), "").replace(END.replace(" ", ""), "")


def fingerprint(key: Path) -> str:
    """Return the fingerprint of a key, as ssh-keygen shows it.

    Raises MachineFault (4) where ssh-keygen is not there or the file is no key.
    """
    told = _ran(("-l", "-f", str(key)), b"")
    parts = told.stdout.decode("utf-8", "replace").split()
    if told.returncode or len(parts) < 2:
        raise MachineFault(_("{file} is no SSH key.").format(file=key), _("Name a private SSH key."))
    return parts[1]


def objection(each: Signature, workspace: Path) -> str:
    """Return why the SSH signature does not hold for the person named, or nothing.

    Raises MachineFault (4) where ssh-keygen is not there: what cannot be checked does not pass.
    """
    signers = workspace / SIGNERS
    if not signers.is_file():
        return _("there is no {file}").format(file=SIGNERS.as_posix())
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "seal"
        lines = [each.seal[start : start + 70] for start in range(0, len(each.seal), 70)]
        file.write_text("\n".join((BEGIN, *lines, END, "")), "utf-8")
        options = ("-f", str(signers), "-I", each.by, "-n", NAMESPACE, "-s", str(file))
        held = _ran(("-Y", "verify", *options), each.hash.encode())
    return "" if held.returncode == 0 else _("no key of {name} gave it").format(name=each.by)


def _ran(arguments: tuple[str, ...], given: bytes) -> "subprocess.CompletedProcess[bytes]":
    try:
        return run(("ssh-keygen", *arguments), given)
    except FileNotFoundError as fault:
        sentence = _("ssh-keygen is not on this machine; SSH signatures can be neither given nor checked.")
        raise MachineFault(sentence, _("Install OpenSSH, or sign without --key.")) from fault
    except subprocess.TimeoutExpired as fault:
        raise MachineFault(_("ssh-keygen did not answer."), _("Is the key locked?")) from fault
