package io.understudy.e2e.faults;

/** What the machine itself lacks: processor time, room on its disk. */
final class MachineFaults {
  private static final int STARVED_MILLIS = 3_000;

  static final Fault STARVED =
      Fault.passing(
          "six busy processes beside everything for 3 s",
          STARVED_MILLIS,
          FaultPair::starve,
          (pair, node) -> pair.feed());
  static final Fault STARVED_WITH_SERVER =
      STARVED.withServerKilled(
          "six busy processes beside everything, and kill -9 of the server", 1_000);
  static final Fault DISK_FULL =
      Fault.passing(
          "the disk of the speaker's journal is full for 3 s",
          3_000,
          pair -> pair.speaker.fillDisk(),
          (pair, node) -> node.emptyDisk());
  static final Fault BACKUP_DISK_FULL =
      Fault.passing(
          "the disk of the backup's journal is full for 3 s",
          3_000,
          pair -> pair.other.fillDisk(),
          (pair, node) -> pair.other.emptyDisk());

  static final Fault JOURNAL_UNWRITABLE =
      Fault.passing(
          "the speaker's journal cannot be written for 3 s",
          3_000,
          pair -> pair.speaker.forbidJournal(),
          (pair, node) -> node.allowJournal());
  static final Fault BACKUP_JOURNAL_UNWRITABLE =
      Fault.passing(
          "the backup's journal cannot be written for 3 s",
          3_000,
          pair -> pair.other.forbidJournal(),
          (pair, node) -> pair.other.allowJournal());

  private MachineFaults() {}
}
