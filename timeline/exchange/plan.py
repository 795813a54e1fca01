"""Validation: rows of a file become a plan of what to write. Nothing is written yet.

A batch goes table by table, in the order in which the tables refer: check the fields,
find what they refer to, find the row itself, and decide: new, changed or unchanged.
Every fault is reported; a row with a fault leaves nothing in the plan.
"""

from collections.abc import Iterator
from typing import Any

from timeline.models import DERIVED

from .batch import Batch, Entry, Rules, sound
from .field_checks import checked, complete, keyed
from .lookup import existing, is_empty
from .report import SAMPLES, Difference, Report, Sample, shown
from .rights import ADD, CHANGE, lacking, right_to
from .rows import Item, Row, one
from .rules_citation import citations
from .rules_dating import datings, settle_accepted
from .rules_event import events, tags, timelines
from .rules_links import note_links, proposals
from .rules_text import documents, texts
from .seen import NEW, key_text
from .spool import Change, New, Spool
from .tables import TABLES, Table
from .whole_texts import WholeTexts

RULES = {
    "timeline": timelines,
    "document": documents,
    "revision": texts,
    "passage": texts,
    "notelink": note_links,
    "tag": tags,
    "event": events,
    "citation": citations,
    "dating": datings,
    "proposal": proposals,
}
FOLLOWING = frozenset(DERIVED)
SAMPLED = ("as_written", "edtf_written", "calendar")
EVENT_TAGS = ("event_tags", ())
NEEDED = ("timeline", "tag")  # rows of a table call for these; nothing else may


class Plan:
    """Takes rows batch by batch; leaves a spool of what is to be written."""

    def __init__(self, using: str, rules: Rules, report: Report) -> None:
        self.batch = Batch(using, rules, report)
        self.report, self.spool = report, Spool()
        self.texts = WholeTexts(using, self.batch.texts)
        self.has_late = False
        self.given: set[str] = set()  # of those needed: the file brings some itself
        self._empty = {t.name: is_empty(using, t) for t in TABLES}

    def take(self, rows: list[Row]) -> list[Row]:
        """Check a batch; the rows that are refused come back."""
        self.batch.references.start_batch()
        by_table: dict[str, list[Entry]] = {}
        for row in rows:
            if not row.faults:
                for item in row.items:
                    by_table.setdefault(item.table, []).append((row, item))
        for table in TABLES:
            if entries := by_table.get(table.name):
                self._table(table, entries)
        return self._end(rows)

    def finish(self) -> list[Row]:
        """Check what only the whole file can show; these rows come back refused."""
        refused = [row for row, _ in settle_accepted(self.batch)]
        for row in refused:
            own = [item for item in row.items if not item.ensured]
            self.batch.left_out.update((item.table, item.ref) for item in own)
            self._count(row, -1)
            self.report.refused += row.counted
            for fault in row.faults:
                self.report.add_fault(fault)
        return refused

    def broken_texts(self) -> set[str]:
        """Documents whose text is whole, and would not be with what the file brings."""
        broken = set()
        for slug, was_whole in self.texts.torn():
            if was_whole:
                broken.add(slug)
            else:
                self.report.note(
                    f"The text of the document “{shown(slug)}” is not whole yet: its "
                    "passages, joined in their order, do not have its digest."
                )
        return broken

    def numbers(self) -> dict[str, int]:
        """How many new rows each table gets at most."""
        return self.batch.seen.numbers()

    def close(self) -> None:
        """Let the temporary files go."""
        self.batch.close()
        self.texts.close()
        self.spool.close()

    # The steps of a batch

    def _table(self, table: Table, entries: list[Entry]) -> None:
        if table.name in NEEDED and any(not item.ensured for _, item in entries):
            self.given.add(table.name)
        entries = checked(table, entries)
        entries = self._referred(table, entries)
        entries = keyed(table, entries)
        self._find_stored(table, entries)
        if (rule := RULES.get(table.name)) is not None:
            entries = rule(self.batch, table, entries)
        entries = [entry for entry in entries if complete(table, *entry)]
        if self._lacks(ADD, table):
            entries = _forbidden(ADD, table, entries)
        self._register(table, entries)
        for row, item in entries:
            if not row.faults and not item.is_new and not item.ensured:
                self._compare(item)
        if self._lacks(CHANGE, table):
            _forbidden(CHANGE, table, entries)

    def _referred(self, table: Table, entries: list[Entry]) -> list[Entry]:
        """Each reference as the row it means."""
        find, faults = self.batch.references.find, False
        for name, reference in table.references.items():
            column = reference.column
            keys = [item.refs.get(name) for _, item in entries]
            wanted = set(keys) - {None}
            if not wanted and reference.optional:
                _leave_empty(entries, name, column)
                continue
            found = find(reference.table, wanted)
            for (row, item), key in zip(entries, keys, strict=True):
                if key is None:
                    if name in item.refs:
                        item.values[column] = None
                elif (ref := found.get(key)) is not None:
                    item.values[column] = ref
                else:
                    faults = True
                    _unknown(row, item, name, reference.table)
        return sound(entries) if faults else entries

    def _find_stored(self, table: Table, entries: list[Entry]) -> None:
        """The rows of the database with these keys."""
        if self._empty[table.name]:
            return
        by_own: dict[Any, list[Item]] = {}
        for _, item in entries:
            own = tuple(
                item.values[table.references[name].column]
                if name in table.references
                else item.values[name]
                for name in table.natural
            )
            if not any(type(part) is int and part >= NEW for part in own):
                by_own.setdefault(own, []).append(item)
        if by_own:
            found = existing(self.batch.using, table, by_own)
            for own, (pk, columns) in found.items():
                for item in by_own[own]:
                    item.ref, item.stored = pk, table.stored(columns)

    def _register(self, table: Table, entries: list[Entry]) -> None:
        """Give new rows their numbers; refuse a key that the file had before."""
        seen, batch = self.batch.seen, self.batch.references.of_batch(table.name)
        learned, mine = [], {}
        for row, item in entries:
            if item.key in batch:
                item.ref = batch[item.key] if item.ensured else item.ref
                if not item.ensured:
                    _twice(table, row, item, None)
                continue
            if not item.ref:
                item.ref, item.is_new = seen.number(table.name), True
            batch[item.key] = item.ref
            if item.single:
                continue  # its key follows from the event's, which is seen once
            text = key_text(item.key)
            event = item.values.get("event_id")
            learned.append((text, item.ref, row.line, event))
            if table.name == "citation" and item.is_new:
                self.batch.references.events[item.ref] = event
            mine[text] = (row, item)
        for text, line in seen.add(table.name, learned).items():
            row, item = mine[text]
            if item.ensured:
                item.is_new = False
                batch[item.key] = item.ref = seen.find(table.name, [text])[text]
            else:
                _twice(table, row, item, line)
        if table.name == "timeline":
            for row, item in entries:  # not those that are rows of the file
                if item.is_new and (item.ensured or not row.counted):
                    self.report.add_timeline(item.key[0])
        if table.name == "passage":
            self.batch.references.learn_texts(i for _, i in entries if i.is_new)

    def _compare(self, item: Item) -> None:
        """What the file changes in a row that is there."""
        stored, values = item.stored, item.values
        after = {c: v for c, v in values.items() if stored[c] != v}
        if item.tags is not None and item.tags != stored["tags"]:
            after["tags"] = item.tags
        after.pop("version", None)
        if after:
            item.change = ({c: stored[c] for c in after}, after)

    def _tell(self, row: Row, item: Item) -> None:
        """What a sound row changes."""
        if item.stored.get("version", 1) > 1:
            self.report.conflicts += 1
        before, after = item.change or ({}, {})
        told = [column for column in after if column not in FOLLOWING]
        if self.report.is_full:
            self.report.difference_total += len(told)
            return
        name = f"{item.table} {' '.join(map(str, item.key))}"
        if "event" in item.refs:
            name += f" of {' '.join(map(str, item.refs['event'] or ()))}"
        for column in told:
            was, becomes = shown(before[column]), shown(after[column])
            self.report.add_difference(Difference(row.line, name, column, was, becomes))

    def _lacks(self, verb: str, table: Table) -> bool:
        rights = self.batch.rules.rights
        return bool(lacking(rights, {right_to(verb, table.name)}))

    # The end of a batch

    def _end(self, rows: list[Row]) -> list[Row]:
        """Count each row; keep what the sound ones bring."""
        new: New = {}
        changes: list[Change] = []
        refused = []
        for row in rows:
            if row.faults:
                refused.append(row)
                # A title or the like is no row of events, and yet one that is refused.
                self.report.refused += row.counted or row.raw is not None
                for fault in row.faults:
                    self.report.add_fault(fault)
            else:
                self._count(row)
                for item in row.items:
                    _keep(item, new, changes)
                    if item.change is not None:
                        self._tell(row, item)
        self.has_late = self.has_late or any(name == "late" for name, _ in new)
        self.spool.put(new, changes)
        self.texts.take(new, changes)
        self._note_rights(new, changes)
        return refused

    def _note_rights(self, new: New, changes: list[Change]) -> None:
        """What importing this file takes."""
        for name, _ in new.keys() - {EVENT_TAGS}:
            table = "dating" if name == "late" else name
            self.report.permissions.add(right_to(ADD, table))
        for name in {change[0] for change in changes}:
            self.report.permissions.add(right_to(CHANGE, name))

    def _count(self, row: Row, by: int = 1) -> None:
        """Count a row as new, changed or unchanged; or, by -1, no longer."""
        if not row.counted:
            return
        items = row.items
        if not items or items[0].ensured:
            items = [item for item in items if not item.ensured]
        if items and items[0].is_new:  # what a row is about stands first in it
            self.report.new += by
            if by > 0 and len(self.report.samples) < SAMPLES:
                self.report.samples.extend(_samples(row))
        elif any(item.is_new or item.change for item in items if not item.ensured):
            self.report.changed += by
        else:
            self.report.unchanged += by


def _samples(row: Row) -> Iterator[Sample]:
    """How a new event was read, with the first date that its row gives."""
    dates = (item.values for item in row.items if item.table == "dating")
    date = next(dates, {})
    for item in row.items:
        if item.table == "event" and item.is_new:
            told = [shown(date.get(name) or "") for name in SAMPLED]
            timeline = shown(item.key[0])
            yield Sample(row.line, timeline, shown(item.values["title"]), *told)


def _forbidden(verb: str, table: Table, entries: list[Entry]) -> list[Entry]:
    """Refuse what the importer could not type either."""
    right = right_to(verb, table.name)
    for row, item in entries:
        if not item.ref if verb == ADD else item.change is not None:
            wrong = f"You may not {verb} {one(table.name)}."
            row.refuse(wrong, f"Somebody with the right {right} may.")
    return sound(entries)


def _leave_empty(entries: list[Entry], name: str, column: str) -> None:
    for _, item in entries:
        if name in item.refs:
            item.values[column] = None


def _unknown(row: Row, item: Item, name: str, table: str) -> None:
    key = " ".join(map(str, item.refs[name] or ()))
    row.refuse(
        f"There is no such {table}, in the database or earlier in this file.",
        column=item.column(name),
        value=key,
    )


def _twice(table: Table, row: Row, item: Item, line: int | None) -> None:
    before = f" (line {line})" if line is not None else ""
    row.refuse(
        f"This {table.name} stands in the file before{before}.",
        "Each key once.",
        item.column(table.natural[-1]),
        " ".join(map(str, item.key)),
    )


def _keep(item: Item, new: New, changes: list[Change]) -> None:
    """Put an item's rows into the spool."""
    table = item.table
    if item.is_new:
        values = item.values
        if table == "dating" and values["event_id"] < NEW:
            table = "late"
        row = (item.ref, *values.values())
        shape = (table, tuple(values))
        if (rows := new.get(shape)) is None:
            rows = new[shape] = []
        rows.append(row)
        if item.tags:
            new.setdefault(EVENT_TAGS, []).extend((item.ref, t) for t in item.tags)
    elif item.change is not None:
        version = item.stored.get("version")
        changes.append((table, item.ref, version, *item.change))
