"""SSH signatures over a signature's hash, by ssh-keygen; whose key is whose says issues/allowed_signers."""

import base64
import binascii
import hashlib
import re
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from newsletter import bench
from newsletter.diagnostics import MachineFault
from newsletter.issue import Signature
from newsletter.language import _
from newsletter.programs import run
from newsletter.signing.chain import moment

SIGNERS = Path("issues") / bench.SIGNERS
NAMESPACE = "newsletter-sign-off"
BEGIN, END = "-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----"
PREAMBLE = b"SSHSIG" + (1).to_bytes(4, "big")
PRINCIPALS = re.compile(r'\s*(?:"([^"]*)"|([^\s#"]+))\s')
AT_ONCE = 4


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


def fingerprint_in(seal: str) -> str:
    """Return the fingerprint of the key that gave an SSH signature, empty where it is none."""
    try:
        data = base64.b64decode(seal, validate=True)
    except (binascii.Error, ValueError):
        return ""
    if not data.startswith(PREAMBLE):
        return ""
    start = len(PREAMBLE) + 4
    key = data[start : start + int.from_bytes(data[len(PREAMBLE) : start], "big")]
    return "SHA256:" + base64.b64encode(hashlib.sha256(key).digest()).decode().rstrip("=")


def people_with_keys(workspace: Path) -> frozenset[str]:
    """Return the names that issues/allowed_signers has a key of; patterns name nobody."""
    try:
        lines = (workspace / SIGNERS).read_text("utf-8", "replace").splitlines()
    except OSError:
        return frozenset()
    found = (PRINCIPALS.match(each) for each in lines)
    names = {name.strip() for each in found if each for name in (each[1] or each[2]).split(",")}
    return frozenset(each for each in names if each and not set(each) & set("*?!"))


def objections(signatures: Iterable[Signature], workspace: Path) -> Mapping[str, str]:
    """Return by hash why SSH signatures do not hold; nothing of those that do."""
    given = [each for each in signatures if each.seal]
    if not given:
        return {}
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(AT_ONCE) as pool:
        whys = list(pool.map(lambda each: objection(each, workspace), given))
    return {each.hash: why for each, why in zip(given, whys, strict=True) if why}


def missing(each: Signature) -> str:
    """Return that an SSH signature is gone which the signature says there was, or nothing."""
    return _("it was taken out") if each.key and not each.seal else ""


def objection(each: Signature, workspace: Path) -> str:
    """Return why the SSH signature does not hold for the person named, or nothing.

    Raises MachineFault (4) where ssh-keygen is not there: what cannot be checked does not pass.
    """
    signers = workspace / SIGNERS
    if not signers.is_file():
        return _("there is no {file}").format(file=SIGNERS.as_posix())
    if fingerprint_in(each.seal) != each.key:
        return _("it was given with another key than the one it names")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "seal"
        lines = [each.seal[start : start + 70] for start in range(0, len(each.seal), 70)]
        file.write_text("\n".join((BEGIN, *lines, END, "")), "utf-8")
        options = ("-f", str(signers), "-I", each.by, "-n", NAMESPACE, "-s", str(file))
        held = _ran(("-Y", "verify", *_when(each, signers), *options), each.hash.encode())
    return "" if held.returncode == 0 else _("no key of {name} gave it").format(name=each.by)


def _when(each: Signature, signers: Path) -> tuple[str, ...]:
    """Return when a key had to be valid; only where keys have such times: older programs know none."""
    given = moment(each)
    dated = "valid-" in signers.read_text("utf-8", "replace")
    return (f"-Overify-time={given.astimezone():%Y%m%d%H%M%S}",) if given and dated else ()


def _ran(arguments: tuple[str, ...], given: bytes) -> "subprocess.CompletedProcess[bytes]":
    try:
        return run(("ssh-keygen", *arguments), given)
    except FileNotFoundError as fault:
        sentence = _("ssh-keygen is not on this machine; SSH signatures can be neither given nor checked.")
        raise MachineFault(sentence, _("Install OpenSSH, or sign without --key.")) from fault
    except subprocess.TimeoutExpired as fault:
        raise MachineFault(_("ssh-keygen did not answer."), _("Is the key locked?")) from fault
