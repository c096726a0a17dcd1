package io.understudy.e2e.endurance;

import java.util.Locale;

/** What is measured again and again during a long run, and must not grow. */
enum Vital {
  PRIMARY_HEAP_MB(1),
  BACKUP_HEAP_MB(1),
  PRIMARY_DESCRIPTORS(2),
  BACKUP_DESCRIPTORS(2),
  /** What the primary has logged and the backup has not acknowledged. */
  PRIMARY_LAG_KB(64),
  /** Age of the oldest record that the backup has received and not executed. */
  BACKUP_LAG_MS(10);

  private final double slack;

  Vital(double slack) {
    this.slack = slack;
  }

  /** By how much it may be higher in the end, in its unit, beside a share of itself. */
  double slack() {
    return slack;
  }

  /** For people. */
  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
