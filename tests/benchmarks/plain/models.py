"""Models without managers, rules or history of their own, on the project's tables."""

from django.db import models


class Timeline(models.Model):
    """Timelines by slug."""

    slug = models.CharField(max_length=80)

    class Meta:
        managed = False
        db_table = "timeline_timeline"

    def __str__(self) -> str:
        return self.slug


class Document(models.Model):
    """Documents with their titles."""

    slug = models.CharField(max_length=80)
    title = models.CharField(max_length=500)

    class Meta:
        managed = False
        db_table = "timeline_document"

    def __str__(self) -> str:
        return self.title


class Passage(models.Model):
    """Passages with their text."""

    document = models.ForeignKey(
        Document, on_delete=models.CASCADE, related_name="passages"
    )
    key = models.CharField(max_length=80)
    number = models.PositiveIntegerField(null=True)
    order = models.PositiveIntegerField()
    text = models.TextField()

    class Meta:
        managed = False
        db_table = "timeline_passage"

    def __str__(self) -> str:
        return self.key


class Event(models.Model):
    """Events of a timeline."""

    timeline = models.ForeignKey(Timeline, on_delete=models.CASCADE)
    slug = models.CharField(max_length=200)
    title = models.CharField(max_length=500)
    summary = models.TextField()

    class Meta:
        managed = False
        db_table = "timeline_event"

    def __str__(self) -> str:
        return self.title


class Mark(models.Model):
    """Where an event is sorted."""

    event = models.OneToOneField(Event, on_delete=models.CASCADE, primary_key=True)
    sort_start = models.BigIntegerField()

    class Meta:
        managed = False
        db_table = "timeline_mark"

    def __str__(self) -> str:
        return str(self.sort_start)


class Citation(models.Model):
    """Citations of passages."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="citations")
    passage = models.ForeignKey(Passage, on_delete=models.CASCADE)
    key = models.CharField(max_length=80)
    exact = models.TextField()

    class Meta:
        managed = False
        db_table = "timeline_citation"

    def __str__(self) -> str:
        return self.key


class Dating(models.Model):
    """Dates of events."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="datings")
    as_written = models.CharField(max_length=500)
    edtf_written = models.CharField(max_length=200)
    edtf = models.CharField(max_length=400)

    class Meta:
        managed = False
        db_table = "timeline_dating"

    def __str__(self) -> str:
        return self.as_written
