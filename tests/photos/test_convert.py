import hashlib
import io
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms, ImageFile

from newsletter.condition import Condition, open_condition
from newsletter.diagnostics import MachineFault
from newsletter.dummy import Crop
from newsletter.lengths import Mm
from newsletter.photos import PhotoFault, Picture, Placement, convert, convert_screen

Press = Callable[..., Picture]
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def inks(path: Path) -> np.ndarray:
    with Image.open(path) as picture:
        assert (picture.format, picture.mode) == ("JPEG", "CMYK")
        return np.asarray(picture).astype(float) / 2.55


def placed(path: Path, width: float = 50, height: float = 31.25) -> Placement:
    return Placement(path, Crop(), Mm(width), Mm(height))


def p3() -> bytes:
    """Display P3 as a matrix profile, made by LittleCMS's own sRGB with the primaries exchanged."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    primaries = {
        b"rXYZ": (0.51512, 0.24120, -0.00105),
        b"gXYZ": (0.29198, 0.69225, 0.04189),
        b"bXYZ": (0.15710, 0.06657, 0.78407),
    }
    for entry in range(132, 132 + 12 * int.from_bytes(profile[128:132], "big"), 12):
        name, offset = (
            bytes(profile[entry : entry + 4]),
            int.from_bytes(profile[entry + 4 : entry + 8], "big"),
        )
        for place, value in enumerate(primaries.get(name, ())):
            profile[offset + 8 + 4 * place : offset + 12 + 4 * place] = round(value * 65536).to_bytes(
                4, "big", signed=True
            )
    return bytes(profile)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("crop", [Crop(), Crop(0.0, 0.0, 0.5, 0.5)])
def test_orientation(tmp_path: Path, scene: Image.Image, press: Press, orientation: int, crop: Crop) -> None:
    stored = scene.transpose(TURNS[orientation]) if orientation in TURNS else scene
    exif = Image.Exif()
    exif[0x0112] = orientation
    scene.save(tmp_path / "upright.png")
    stored.save(tmp_path / "turned.png", exif=exif)
    frame = {"crop": crop, "width": 50 * crop.right, "height": 31.25 * crop.bottom}
    upright, turned = press(tmp_path / "upright.png", **frame), press(tmp_path / "turned.png", **frame)
    assert turned.pixels == upright.pixels
    assert turned.sha256 == upright.sha256


def kinds(scene: Image.Image) -> dict[str, tuple[Image.Image, str]]:
    grey = scene.convert("L")
    alpha = scene.convert("RGBA")
    alpha.putalpha(Image.new("L", scene.size, 255))
    return {
        "RGB jpeg": (scene, "JPEG"),
        "RGB png": (scene, "PNG"),
        "RGB tiff": (scene, "TIFF"),
        "RGB webp": (scene, "WEBP"),
        "RGBA": (alpha, "PNG"),
        "palette": (scene.quantize(256), "PNG"),
        "grey": (grey, "PNG"),
        "grey jpeg": (grey, "JPEG"),
        "grey alpha": (alpha.convert("LA"), "PNG"),
        "one bit": (grey.convert("1"), "PNG"),
        "16 bit png": (Image.fromarray(np.asarray(grey).astype(np.uint16) * 257), "PNG"),
        "16 bit tiff": (Image.fromarray(np.asarray(grey).astype(np.uint16) * 257), "TIFF"),
        "YCbCr tiff": (scene.convert("YCbCr"), "TIFF"),
    }


@pytest.mark.parametrize("kind", kinds(Image.new("RGB", (16, 16))))
def test_every_mode(tmp_path: Path, scene: Image.Image, press: Press, kind: str) -> None:
    picture, suffix = kinds(scene)[kind]
    path = tmp_path / "photo"
    picture.save(path, suffix, **({"quality": 95} if suffix in {"JPEG", "WEBP"} else {}))
    ink = inks(press(path).file)
    assert ink.shape == (200, 320, 4)
    assert ink[190, 300].max() <= 3, "white stays paper"
    red = ink[25, 40]
    if picture.mode in {"RGB", "RGBA", "P", "YCbCr"}:
        assert red[1] > 80
        assert red[2] > 70
        assert red[0] < 30
    elif picture.mode != "1":
        assert abs(red[:3] - red[:3].mean()).max() < 12, "grey stays near neutral"
        assert 15 < red[3] + red[0] < 130


def test_sixteen_bits_are_not_clipped(tmp_path: Path, press: Press) -> None:
    ramp = np.linspace(0, 65535, 256).astype(np.uint16)
    Image.fromarray(np.tile(ramp, (64, 1))).save(tmp_path / "deep.png")
    Image.fromarray(np.tile(np.arange(256, dtype=np.uint8), (64, 1))).save(tmp_path / "flat.png")
    deep, flat = (inks(press(tmp_path / name, width=40, height=10).file) for name in ("deep.png", "flat.png"))
    assert abs(deep - flat).max() < 4


def test_transparent_is_white(tmp_path: Path, press: Press) -> None:
    clear = Image.new("RGBA", (100, 100), (255, 0, 0, 0))
    clear.save(tmp_path / "clear.png")
    assert inks(press(tmp_path / "clear.png", width=20, height=20).file).max() <= 1
    palette = Image.new("P", (100, 100), 0)
    palette.putpalette([255, 0, 0, 0, 255, 0])
    palette.save(tmp_path / "palette.png", transparency=0)
    assert inks(press(tmp_path / "palette.png", width=20, height=20).file).max() <= 1


def test_a_cut_out_stands_on_its_ground(tmp_path: Path, coated: Condition) -> None:
    ground, frame = (0.0, 0.08, 0.08, 0.0), (Mm(20), Mm(20))
    cut_out = Image.new("RGBA", (96, 96), (0, 0, 0, 0))
    cut_out.paste((60, 90, 160, 255), (0, 0, 32, 96))
    cut_out.paste((255, 255, 255, 255), (32, 0, 64, 96))
    cut_out.save(tmp_path / "cut.png")
    (made,) = convert([Placement(tmp_path / "cut.png", Crop(), *frame, ground)], coated, tmp_path / "cache")
    (plain,) = convert([Placement(tmp_path / "cut.png", Crop(), *frame)], coated, tmp_path / "cache")
    assert isinstance(made, Picture) and isinstance(plain, Picture)
    on_ground, on_paper = inks(made.file), inks(plain.file)
    assert on_ground[:, 72:88].mean(axis=(0, 1)) == pytest.approx([0, 8, 8, 0], abs=0.6)
    assert on_ground[:, 40:56].max() < 1.5, "white of the picture stays white"
    assert on_ground[:, 8:24] == pytest.approx(on_paper[:, 8:24], abs=1)


def test_cmyk_keeps_its_values(tmp_path: Path, press: Press, coated: Condition) -> None:
    solid = Image.new("CMYK", (64, 64), (26, 128, 204, 13))
    wanted = [10, 50, 80, 5]
    solid.save(tmp_path / "adobe.jpg", quality=100)
    solid.save(tmp_path / "tagged.tif", icc_profile=coated.icc.read_bytes())
    marked = (tmp_path / "adobe.jpg").read_bytes()
    # Without Adobe's marker the same samples mean the inverse, so the picture is stored inverted first.
    Image.eval(solid, lambda level: 255 - level).save(tmp_path / "inverse.jpg", quality=100)
    unmarked = (tmp_path / "inverse.jpg").read_bytes().replace(marked[2:18], b"")
    (tmp_path / "plain.jpg").write_bytes(unmarked)
    for name in ("adobe.jpg", "tagged.tif", "plain.jpg"):
        ink = inks(press(tmp_path / name, width=20, height=20).file)
        assert ink.mean(axis=(0, 1)) == pytest.approx(wanted, abs=1.5), name


def test_cmyk_of_another_condition_is_converted(tmp_path: Path, press: Press) -> None:
    other = open_condition("newsprint", tmp_path).icc.read_bytes()
    Image.new("CMYK", (64, 64), (0, 255, 255, 0)).save(tmp_path / "news.tif", icc_profile=other)
    ink = inks(press(tmp_path / "news.tif", width=20, height=20).file).mean(axis=(0, 1))
    assert 40 < ink[1] < 95


def test_profile_is_respected(tmp_path: Path, press: Press) -> None:
    red = Image.new("RGB", (64, 64), (200, 60, 60))
    red.save(tmp_path / "srgb.png")
    red.save(tmp_path / "p3.png", icc_profile=p3())
    red.save(tmp_path / "broken.png", icc_profile=b"\0" * 36 + b"acsp")
    red.save(
        tmp_path / "wrong.png", icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    )
    plain, wide, broken, wrong = (
        inks(press(tmp_path / f"{name}.png", width=20, height=20).file).mean(axis=(0, 1))
        for name in ("srgb", "p3", "broken", "wrong")
    )
    assert abs(wide - plain).max() > 3
    assert wide[1] + wide[2] > plain[1] + plain[2], "the same numbers are a stronger red in Display P3"
    assert broken == pytest.approx(plain)
    assert wrong == pytest.approx(plain)


@pytest.mark.parametrize("name", ["coated", "uncoated", "newsprint"])
@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_ink_limit(tmp_path: Path, name: str, mode: str) -> None:
    condition = open_condition(name, tmp_path)
    noise = np.random.default_rng(7).integers(0, 60, (240, 320, 3), dtype=np.uint8)
    dark = Image.fromarray(noise)
    full = Image.fromarray(255 - noise).convert("L")
    original = Image.merge("CMYK", [full] * 4) if mode == "CMYK" else dark.convert(mode)
    original.save(tmp_path / "dark.tif")
    placements = [placed(tmp_path / "dark.tif", width, width * 0.75) for width in (60, 12)]
    for made in convert(placements, condition, tmp_path / "cache"):
        assert isinstance(made, Picture)
        ink = inks(made.file)
        assert ink.sum(axis=2).max() <= condition.ink_limit + 5
        assert ink[..., 3].max() > 60, "black is kept"


def test_ink_limit_before_the_loss(tmp_path: Path) -> None:
    from newsletter.photos.colour import conversion
    from newsletter.photos.ink import sums
    from newsletter.photos.target import press_target

    every = np.stack(np.meshgrid(*[np.arange(0, 256, 5, dtype=np.uint8)] * 3), axis=-1).reshape(
        52 * 52, 52, 3
    )
    for name in ("coated", "uncoated", "newsprint"):
        condition = open_condition(name, tmp_path)
        made = conversion("RGB", b"", press_target(condition))(Image.fromarray(every))
        assert sums(made).max() / 2.55 <= condition.ink_limit + 1


def test_table_is_littlecms(coated: Condition) -> None:
    from newsletter.photos.colour import conversion
    from newsletter.photos.target import press_target

    pixels = np.random.default_rng(1).integers(0, 256, (200, 200, 3), dtype=np.uint8)
    picture = Image.fromarray(pixels)
    transform = ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"),
        str(coated.icc),
        "RGB",
        "CMYK",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION | ImageCms.Flags.NOOPTIMIZE,
    )
    exact = np.asarray(transform.apply(picture)).astype(int)
    ours = np.asarray(conversion("RGB", b"", press_target(coated))(picture)).astype(int)
    assert abs(exact - ours).max() <= 8
    assert abs(exact - ours).mean() < 0.5


def test_nothing_but_the_picture(tmp_path: Path, scene: Image.Image, press: Press, coated: Condition) -> None:
    exif = Image.Exif()
    exif[0x010E] = "SECRET-MARK"
    exif.get_ifd(0x8825)[1] = "N"
    path = tmp_path / "photo.jpg"
    scene.save(path, exif=exif, comment=b"SECRET-MARK", icc_profile=p3(), xmp=b"<SECRET-MARK/>")
    (screen,) = convert_screen([placed(path)], coated, tmp_path / "cache")
    assert isinstance(screen, Picture)
    for made in (press(path), screen):
        assert b"SECRET-MARK" not in made.file.read_bytes()
        with Image.open(made.file) as picture:
            assert not {"exif", "icc_profile", "comment", "xmp", "photoshop"} & set(picture.info)
            assert {name for name, _data in picture.applist} <= {"APP14", "APP0"}


def test_screen_is_srgb(tmp_path: Path, coated: Condition) -> None:
    red = Image.new("RGB", (1200, 600), (200, 60, 60))
    red.save(tmp_path / "red.png")
    Image.new("CMYK", (1200, 600), (0, 255, 255, 0)).save(tmp_path / "inks.tif")
    placements = [placed(tmp_path / name, 101.6, 50.8) for name in ("red.png", "inks.tif")]
    plain, printed = convert_screen(placements, coated, tmp_path / "cache")
    assert isinstance(plain, Picture)
    assert isinstance(printed, Picture)
    assert (plain.pixels.width, round(plain.ppi)) == (600, 150)
    with Image.open(plain.file) as picture:
        assert picture.mode == "RGB"
        assert picture.getpixel((300, 150)) == pytest.approx((200, 60, 60), abs=3)
    with Image.open(printed.file) as picture:
        assert picture.getpixel((300, 150)) == pytest.approx((227, 5, 19), abs=12)


def test_down_to_the_ceiling_never_up(tmp_path: Path, press: Press, coated: Condition) -> None:
    Image.effect_noise((1600, 1000), 60).convert("RGB").save(tmp_path / "large.png")
    down = press(tmp_path / "large.png", width=60, height=37.5)
    assert (down.pixels.width, down.pixels.height) == (826, 516)
    assert down.ppi == pytest.approx(350, abs=1)
    same = press(tmp_path / "large.png", width=200, height=125)
    assert (same.pixels.width, same.pixels.height) == (1600, 1000)
    part = press(tmp_path / "large.png", Crop(0.1, 0.1, 0.6, 0.6), width=200, height=125)
    assert (part.pixels.width, part.pixels.height) == (800, 500)
    (tiny,) = convert([placed(tmp_path / "large.png", 0.05, 0.05)], coated, tmp_path / "cache")
    assert isinstance(tiny, Picture)


def test_jpeg_shrinks_while_it_loads(tmp_path: Path, press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    Image.effect_noise((1600, 1200), 60).convert("RGB").save(tmp_path / "large.jpg")
    half = press(tmp_path / "large.jpg", width=60, height=45)
    assert half.pixels.width == 800, "half the size is 339 ppi: enough, and under the ceiling"
    less = press(tmp_path / "large.jpg", width=50, height=37.5)
    assert less.pixels.width == 688
    corner = press(tmp_path / "large.jpg", Crop(0.75, 0.75, 1.0, 1.0), width=20, height=15)
    assert corner.pixels.width == 275


def test_shrinking_leaves_enough(tmp_path: Path, press: Press) -> None:
    Image.effect_noise((3600, 2700), 60).convert("RGB").save(tmp_path / "large.jpg")
    made = press(tmp_path / "large.jpg", Crop(0.0, 0.0, 1.0, 27.49 / 38.1 * 4 / 3), 38.1, 27.49)
    assert made.ppi >= 300, "an eighth is 450 pixels wide: 300 ppi, but a little less in height"


def test_crop_takes_the_right_part(tmp_path: Path, scene: Image.Image, press: Press) -> None:
    scene.resize((3200, 2000), Image.Resampling.NEAREST).save(tmp_path / "scene.jpg", quality=95)
    green = inks(press(tmp_path / "scene.jpg", Crop(0.75, 0.0, 1.0, 0.25), width=20, height=12.5).file)
    inner = green[4:-4, 4:-4]
    assert inner.std(axis=(0, 1)).max() < 2
    assert inner[..., 0].mean() > 60
    assert inner[..., 2].mean() > 60


def test_crop_rounded_over_the_edge(tmp_path: Path, scene: Image.Image, press: Press) -> None:
    scene.resize((3200, 2000)).save(tmp_path / "scene.jpg")
    over = press(tmp_path / "scene.jpg", Crop(-1e-6, 0.0, 1.000001, 1.000001))
    assert over.pixels == press(tmp_path / "scene.jpg").pixels


@pytest.mark.parametrize(("crop", "width"), [(Crop(0.5, 0.0, 0.5, 1.0), 50), (Crop(), 0)])
def test_nothing_to_place(tmp_path: Path, crop: Crop, width: float) -> None:
    with pytest.raises(ValueError, match="nothing to place"):
        Placement(tmp_path / "photo.jpg", crop, Mm(width), Mm(30))


def test_originals_are_only_read(tmp_path: Path, scene: Image.Image, press: Press) -> None:
    path = tmp_path / "photo.jpg"
    scene.save(path)
    before = hashlib.sha256(path.read_bytes()).digest(), path.stat().st_mtime_ns
    press(path)
    assert (hashlib.sha256(path.read_bytes()).digest(), path.stat().st_mtime_ns) == before


def test_same_bytes_in_any_order_on_any_number_of_threads(
    tmp_path: Path, scene: Image.Image, coated: Condition
) -> None:
    paths = [tmp_path / f"{name}.jpg" for name in range(6)]
    for place, path in enumerate(paths):
        scene.rotate(place * 10).save(path)
    placements = [placed(path, 12, 7.5) for path in paths]
    one = convert(placements, coated, tmp_path / "one", workers=1)
    many = convert(placements[::-1], coated, tmp_path / "many", workers=4)
    assert [made.sha256 for made in one] == [made.sha256 for made in reversed(many)]
    for made in one:
        assert hashlib.sha256(made.file.read_bytes()).hexdigest() == made.sha256


def test_cache_hit_decodes_nothing(
    tmp_path: Path, scene: Image.Image, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "photo.jpg"
    scene.save(path)
    first = press(path)

    def forbidden(*_arguments: object) -> None:
        raise AssertionError("decoded")

    monkeypatch.setattr("newsletter.photos.make.make", forbidden)
    assert press(path) == first


@pytest.mark.parametrize("damage", ["cut", "other", "no record", "broken record"])
def test_damaged_entry_is_made_again(tmp_path: Path, scene: Image.Image, press: Press, damage: str) -> None:
    path = tmp_path / "photo.jpg"
    scene.save(path)
    first = press(path)
    whole = first.file.read_bytes()
    record = first.file.with_suffix(".json")
    if damage == "cut":
        first.file.write_bytes(whole[:-100])
    elif damage == "other":
        first.file.write_bytes(b"nothing")
    elif damage == "no record":
        record.unlink()
    else:
        record.write_text("{")
    assert press(path) == first
    assert first.file.read_bytes() == whole


def test_changed_original_is_noticed(tmp_path: Path, scene: Image.Image, press: Press) -> None:
    path = tmp_path / "photo.png"
    scene.save(path)
    first = press(path)
    scene.rotate(180).save(path)
    assert press(path).sha256 != first.sha256


def test_conditions_do_not_share_pictures(tmp_path: Path, scene: Image.Image) -> None:
    scene.save(tmp_path / "photo.png")
    files = {
        convert([placed(tmp_path / "photo.png")], open_condition(name, tmp_path), tmp_path / "cache")[0].file
        for name in ("coated", "uncoated", "newsprint")
    }
    assert len(files) == 3


@pytest.mark.parametrize("lenient", [False, True])
def test_faults_spare_the_others(
    tmp_path: Path, scene: Image.Image, coated: Condition, monkeypatch: pytest.MonkeyPatch, lenient: bool
) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", lenient)
    Image.effect_noise((640, 400), 60).convert("RGB").save(tmp_path / "whole.jpg")
    whole = (tmp_path / "whole.jpg").read_bytes()
    scene.save(tmp_path / "whole.png")
    (tmp_path / "cut.jpg").write_bytes(whole[: len(whole) // 2])
    png = (tmp_path / "whole.png").read_bytes()
    (tmp_path / "cut.png").write_bytes(png[: len(png) // 2])
    (tmp_path / "notes.heic").write_bytes(b"\0\0\0\x18ftypcrx ")
    Image.new("F", (10, 10)).save(tmp_path / "float.tif")
    (tmp_path / "bomb.png").write_bytes(bomb())
    names = ["cut.jpg", "whole.jpg", "cut.png", "nothing.jpg", "notes.heic", "float.tif", "bomb.png"]
    told: list[tuple[int, int]] = []
    made = convert(
        [placed(tmp_path / name) for name in names],
        coated,
        tmp_path / "cache",
        lambda done, total: told.append((done, total)),
    )
    assert isinstance(made[1], Picture)
    assert [each for each in made if not isinstance(each, Picture)] == [
        PhotoFault.DAMAGED,
        PhotoFault.DAMAGED,
        PhotoFault.MISSING,
        PhotoFault.UNSUPPORTED,
        PhotoFault.UNSUPPORTED,
        PhotoFault.TOO_LARGE,
    ]
    assert told[-1] == (7, 7)
    assert ImageFile.LOAD_TRUNCATED_IMAGES is lenient
    assert not list((tmp_path / "cache").glob(".*"))


def bomb() -> bytes:
    stream = io.BytesIO()
    Image.new("1", (8, 8)).save(stream, "PNG")
    data = bytearray(stream.getvalue())
    data[16:24] = (30_000).to_bytes(4, "big") * 2
    import zlib

    data[29:33] = zlib.crc32(bytes(data[12:29])).to_bytes(4, "big")
    return bytes(data)


def test_large_pictures_do_not_warn(
    tmp_path: Path, coated: Condition, recwarn: pytest.WarningsRecorder
) -> None:
    Image.new("1", (12_000, 8_000), 1).save(tmp_path / "large.tif", compression="group4")
    (made,) = convert([placed(tmp_path / "large.tif")], coated, tmp_path / "cache")
    assert isinstance(made, Picture)
    assert not recwarn


@pytest.mark.skipif(sys.platform == "win32", reason="folders are made read-only in another way")
def test_cache_that_cannot_be_written(tmp_path: Path, scene: Image.Image, coated: Condition) -> None:
    scene.save(tmp_path / "photo.png")
    (tmp_path / "cache").write_text("a file where the folder should be")
    with pytest.raises(MachineFault, match="cannot be written"):
        convert([placed(tmp_path / "photo.png")], coated, tmp_path / "cache")


def test_nothing_to_do(tmp_path: Path, coated: Condition) -> None:
    assert convert([], coated, tmp_path / "cache") == ()
