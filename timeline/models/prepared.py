"""Queries that Django compiles once and the database answers many times.

To build and compile a join of twenty columns takes Django ten times as long as SQLite
takes to answer it. A function that makes such a queryset from integers alone can be
`prepared`: it is called once for each shape of its arguments, with stand-ins, and
afterwards only the parameters change. The queryset stays the one place that says what
is asked.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache, wraps
from itertools import count
from typing import Any

from django.db import connections, models, router

Argument = int | None | Sequence[int]
Build = Callable[..., models.QuerySet]
Rows = Callable[..., list[tuple[Any, ...]]]

STAND_IN = 2_000_000_000
"""Stand-ins are counted from here: larger than any constant in a query, and small
enough for an integer column of any database."""
SHAPES = 128


@dataclass(frozen=True, slots=True)
class Statement:
    """SQL, its parameters (values, or places of arguments) and how to read a row."""

    sql: str
    parameters: tuple[tuple[bool, Any], ...]
    converters: tuple[tuple[int, list[Any], Any], ...]

    def rows(self, using: str, values: Sequence[int]) -> list[tuple[Any, ...]]:
        """The answer for these values."""
        connection = connections[using]
        given = [values[p] if is_place else p for is_place, p in self.parameters]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, given)
            found = cursor.fetchall()
        return (
            [self.read(row, connection) for row in found] if self.converters else found
        )

    def read(self, row: tuple[Any, ...], connection: Any) -> tuple[Any, ...]:
        """A row with its columns as Python values (JSON is text in SQLite)."""
        columns = list(row)
        for position, functions, expression in self.converters:
            for function in functions:
                columns[position] = function(columns[position], expression, connection)
        return tuple(columns)


def statement(
    queryset: models.QuerySet, using: str, places: Sequence[Any]
) -> Statement:
    """Compile a `values_list` in which these stand-ins are places of arguments."""
    compiler = queryset.query.get_compiler(using)
    sql, parameters = compiler.as_sql()
    columns = [column[0] for column in compiler.select[: compiler.col_count]]
    converters = compiler.get_converters(columns)
    return Statement(
        sql,
        tuple((p in places, places.index(p) if p in places else p) for p in parameters),
        tuple((n, found, column) for n, (found, column) in converters.items()),
    )


def prepared(model: type[models.Model]) -> Callable[[Build], Rows]:
    """Answer with the rows of the queryset on `model` that the function makes.

    Positional arguments are integers, `None`, or lists of integers; keyword arguments
    belong to the shape. An empty list is answered with no rows, unasked.
    """
    return lambda build: _prepare(model, build)


def _prepare(model: type[models.Model], build: Build) -> Rows:
    @lru_cache(maxsize=SHAPES)
    def compiled(using: str, sizes: tuple[int | None, ...], **shape: Any) -> Statement:
        numbers = count(STAND_IN)
        arguments = [stand_in(size, numbers) for size in sizes]
        queryset = build(*arguments, **shape).using(using)
        return statement(queryset, using, range(STAND_IN, next(numbers)))

    @wraps(build)
    def answer(*arguments: Argument, **shape: Any) -> list[tuple[Any, ...]]:
        if any(isinstance(a, Sequence) and not a for a in arguments):
            return []
        using = router.db_for_read(model)
        padded = [pad(argument) for argument in arguments]
        sizes = tuple(size_of(argument) for argument in padded)
        values = [value for argument in padded for value in flat(argument)]
        return compiled(using, sizes, **shape).rows(using, values)

    return answer


def pad(argument: Argument) -> Argument:
    """A list filled up to a power of two with its last value: few shapes for many."""
    if not isinstance(argument, Sequence):
        return argument
    missing = (1 << (len(argument) - 1).bit_length()) - len(argument)
    return [*argument, *[argument[-1]] * missing]


def size_of(argument: Argument) -> int | None:
    """The shape of an argument: 0 for an integer, the length of a list, or `None`."""
    if isinstance(argument, Sequence):
        return len(argument)
    return None if argument is None else 0


def flat(argument: Argument) -> Sequence[int]:
    """The integers of an argument."""
    if argument is None:
        return ()
    return argument if isinstance(argument, Sequence) else (argument,)


def stand_in(size: int | None, numbers: Any) -> Argument:
    """Stand-ins in the shape of an argument."""
    if size is None:
        return None
    return [next(numbers) for _ in range(size)] if size else next(numbers)
