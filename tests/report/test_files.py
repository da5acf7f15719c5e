"""A report is written whole, for its owner only, and never over or through something else."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from coach.core.errors import PlainError
from coach.report import files
from coach.report.files import read_import, write_export


def refusal(path: Path, overwrite: bool = False) -> str:
    with pytest.raises(PlainError) as caught:
        write_export(path, "new", overwrite)
    return caught.value.code


def test_a_file_is_for_its_owner_only_and_the_person_is_told_that_it_is_readable(tmp_path: Path) -> None:
    path = tmp_path / "journal.md"
    said = write_export(path, "Grüße\n")
    assert path.read_bytes() == "Grüße\n".encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "can read it" in said


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_no_umask_makes_a_file_readable_for_others(tmp_path: Path, umask: int) -> None:
    old = os.umask(umask)
    try:
        write_export(tmp_path / "a", b"1")
        write_export(tmp_path / "a", b"2", overwrite=True)
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600


def test_a_file_that_is_there_stays_unless_one_agrees(tmp_path: Path) -> None:
    path = tmp_path / "journal.md"
    path.write_text("old")
    assert refusal(path) == "exists"
    assert path.read_text() == "old"
    write_export(path, "new", overwrite=True)
    assert path.read_text() == "new"


def test_a_loose_file_that_is_replaced_becomes_the_owners_only(tmp_path: Path) -> None:
    path = tmp_path / "journal.md"
    path.write_text("old")
    path.chmod(0o644)
    write_export(path, "new", overwrite=True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("overwrite", [False, True])
def test_nothing_is_written_through_a_link(tmp_path: Path, overwrite: bool) -> None:
    target = tmp_path / "target"
    target.write_text("old")
    link = tmp_path / "link"
    link.symlink_to(target)
    dangling = tmp_path / "dangling"
    dangling.symlink_to(tmp_path / "nowhere")
    assert refusal(link, overwrite) == "special"
    assert refusal(dangling, overwrite) == "special"
    assert target.read_text() == "old"
    assert not (tmp_path / "nowhere").exists()


def test_a_file_or_link_that_turns_up_in_the_last_moment_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "late").write_text("old")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    monkeypatch.setattr(files, "_lstat", lambda path: None)
    assert refusal(tmp_path / "late") == "exists"
    assert refusal(tmp_path / "link") == "exists"
    assert (tmp_path / "late").read_text() == "old"
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_or_a_pipe_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path / "folder", overwrite=True) == "special"
    assert refusal(tmp_path / "pipe", overwrite=True) == "special"


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    assert refusal(tmp_path / "no" / "journal.md") == "folder"


@pytest.mark.parametrize("name", ["..", "a\x1b[2J", "a\nb", "\u202egnp.exe", " ", "x" * 300])
def test_a_name_that_is_no_name_or_steers_a_terminal_is_refused(tmp_path: Path, name: str) -> None:
    assert refusal(tmp_path / name) == "name"


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_full_disk_leaves_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, overwrite: bool
) -> None:
    path = tmp_path / "journal.md"
    if overwrite:
        path.write_text("old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert refusal(path, overwrite) == "full"
    assert [each.name for each in tmp_path.iterdir()] == (["journal.md"] if overwrite else [])
    assert not overwrite or path.read_text() == "old"


def test_an_import_is_read_from_ordinary_files_only(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"data")
    os.mkfifo(tmp_path / "pipe")
    assert read_import(tmp_path / "file") == b"data"
    for name, code in {"pipe": "not_a_file", "none": "missing", ".": "not_a_file"}.items():
        with pytest.raises(PlainError) as caught:
            read_import(tmp_path / name)
        assert caught.value.code == code


def test_a_huge_import_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_bytes(b"12345")
    monkeypatch.setattr(files, "SIZE_LIMIT", 4)
    with pytest.raises(PlainError) as caught:
        read_import(tmp_path / "file")
    assert caught.value.code == "too_big"
