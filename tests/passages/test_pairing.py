"""Which passage is which after an edit: kept, moved, split, merged, gone, come."""

from hypothesis import given
from hypothesis import strategies as st

from tests.steps import steps
from timeline.passages.pairing import pair
from timeline.passages.pairs import Group, Pairing
from timeline.passages.words import words_of

ONE = "The council met in the great hall and spoke of bread until the evening came."
TWO = "A letter was read from the northern towns, where no ships had been seen."
THREE = "It was decided to send for grain, and the gates were shut for three days."
FOUR = "On the morning after the market stood empty, and nobody asked for the price."
FIVE = "Then a rider brought news that the river had fallen and the boats could pass."
ALL = [ONE, TWO, THREE, FOUR, FIVE]


def paired(old: list[str], new: list[str]) -> Pairing:
    return pair(
        [words_of(text).words for text in old], [words_of(text).words for text in new]
    )


def test_the_same_passages_are_paired_in_order() -> None:
    assert paired(ALL, ALL).to_new == {index: index for index in range(5)}
    assert paired(["x"] * 4, ["x"] * 4).to_new == {0: 0, 1: 1, 2: 2, 3: 3}
    assert paired([], []).to_new == {}


def test_a_deleted_passage_is_left_alone() -> None:
    assert paired(ALL, [ONE, THREE, FOUR, FIVE]).to_new == {0: 0, 2: 1, 3: 2, 4: 3}


def test_an_inserted_passage_is_left_alone() -> None:
    come = "Nobody in the whole town had ever heard of such a thing before that year."
    found = paired(ALL, [ONE, come, TWO, THREE, FOUR, FIVE])
    assert found.to_new == {0: 0, 1: 2, 2: 3, 3: 4, 4: 5}
    assert 1 not in found.to_old


def test_moved_passages_are_followed() -> None:
    assert paired(ALL, [FIVE, ONE, THREE, TWO, FOUR]).to_new == {
        0: 1,
        1: 3,
        2: 2,
        3: 4,
        4: 0,
    }


def test_an_altered_passage_is_known_by_what_it_kept() -> None:
    new = THREE.replace("grain", "corn and salt").replace("three", "four")
    assert paired(ALL, [ONE, TWO, new, FOUR, FIVE]).to_new[2] == 2
    assert paired(ALL, [new, ONE, TWO, FOUR, FIVE]).to_new[2] == 0


def test_a_rewritten_passage_in_the_same_place_is_another() -> None:
    new = "Whoever came too late found every door closed, every window dark that night."
    assert 2 not in paired(ALL, [ONE, TWO, new, FOUR, FIVE]).to_new


def test_a_short_line_is_known_by_its_letters_between_its_neighbours() -> None:
    old, new = [ONE, "N. Lenin", TWO], [ONE, "N. Lennin", TWO]
    assert paired(old, new).to_new == {0: 0, 1: 1, 2: 2}
    assert 1 not in paired(old, [ONE, "The end", TWO]).to_new


def test_repeated_lines_go_by_their_neighbours() -> None:
    old = [ONE, "* * *", TWO, "* * *", THREE]
    new = [ONE, TWO, "* * *", THREE]
    assert paired(old, new).to_new == {0: 0, 2: 1, 3: 2, 4: 3}


def test_a_split_passage_has_its_parts() -> None:
    found = paired([ONE, TWO + " " + THREE, FOUR], [ONE, TWO, THREE, FOUR])
    assert found.to_new == {0: 0, 1: 1, 2: 3}
    assert found.split_off == {2: 1}
    assert Group((1,), (1, 2)) in set(found.groups())


def test_a_passage_split_in_three_has_three_parts() -> None:
    whole = f"{TWO} {THREE} {FOUR}"
    found = paired([ONE, whole, FIVE], [ONE, TWO, THREE, FOUR, FIVE])
    assert found.to_new[1] == 1
    assert found.split_off == {2: 1, 3: 1}


def test_a_slight_first_part_does_not_keep_the_key() -> None:
    found = paired(
        [ONE, f"So be it. {TWO} {THREE}", FOUR],
        [ONE, "So be it.", f"{TWO} {THREE}", FOUR],
    )
    assert found.to_new[1] == 2
    assert found.split_off == {1: 1}


def test_merged_passages_become_the_first() -> None:
    found = paired([ONE, TWO, THREE, FOUR], [ONE, f"{TWO} {THREE}", FOUR])
    assert found.to_new == {0: 0, 1: 1, 3: 2}
    assert found.merged_in == {2: 1}
    assert Group((1, 2), (1,)) in set(found.groups())


def test_what_was_cut_from_one_and_put_far_away_is_no_part() -> None:
    found = paired([f"{ONE} {TWO}", THREE, FOUR, FIVE], [ONE, THREE, FOUR, FIVE, TWO])
    assert found.split_off == {}
    assert 4 not in found.to_old


def test_two_copies_that_are_equally_good_leave_it_open() -> None:
    altered = TWO.replace("northern", "southern")
    again = TWO.replace("letter", "message")
    found = paired([ONE, TWO, THREE], [again, ONE, THREE, altered])
    assert 1 not in found.to_new


def test_a_copy_elsewhere_does_not_take_the_place_of_an_altered_passage() -> None:
    altered = TWO.replace("northern", "southern")
    found = paired(ALL, [ONE, altered, THREE, FOUR, FIVE, TWO])
    assert found.to_new.get(1) != 5
    assert 1 in found.contested


def test_near_doubles_go_by_their_order() -> None:
    days = [
        f"On day {n} of May it rained and the council did not meet at all."
        for n in range(9)
    ]
    new = [day.replace("council", "councill") for day in days]
    assert paired(days, new).to_new == {index: index for index in range(9)}


texts = st.lists(
    st.sampled_from(
        [*ALL, "* * *", "Yes.", f"{ONE} {TWO}", ONE.replace("hall", "room")]
    ),
    max_size=12,
)


@given(texts, texts)
def test_pairs_are_one_to_one_and_parts_belong_to_pairs(
    old: list[str], new: list[str]
) -> None:
    found = paired(old, new)
    assert {new: old for old, new in found.to_new.items()} == found.to_old
    assert set(found.to_new) <= set(range(len(old)))
    assert set(found.to_old) <= set(range(len(new)))
    assert not set(found.split_off) & set(found.to_old)
    assert not set(found.merged_in) & set(found.to_new)
    assert set(found.split_off.values()) <= set(found.to_new)
    assert set(found.merged_in.values()) <= set(found.to_old)
    seen_old = [index for group in found.groups() for index in group.old]
    seen_new = [index for group in found.groups() for index in group.new]
    assert len(seen_old) == len(set(seen_old))
    assert len(seen_new) == len(set(seen_new))


@given(texts)
def test_a_text_is_paired_with_itself(old: list[str]) -> None:
    assert paired(old, old).to_new == {index: index for index in range(len(old))}


def test_many_equal_lines_take_work_that_grows_with_their_number() -> None:
    def equal(size: int) -> int:
        return steps(lambda: paired(["Yes."] * size + [ONE], [ONE] + ["Yes."] * size))

    def few(size: int) -> int:
        old = [f"w{n % 700}" for n in range(size)]
        new = [f"w{n % 900}" for n in range(size)]
        return steps(lambda: paired(old, new))

    assert equal(4000) <= equal(1000) * 2.5 * 2.5
    assert few(4000) < 2_000_000  # each with each would be sixteen million
