package io.understudy.e2e.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JournalRecordsTest {
  @Test
  void readsTheTotal() {
    assertThat(JournalRecords.records("warning\n{\"log_bytes\":9,\"records\":812,\"kinds\":{}}\n"))
        .isEqualTo(812);
  }

  @Test
  void doesNotKnowWhatCannotBeRead() {
    assertThat(JournalRecords.records("the journal cannot be read")).isEqualTo(-1);
    assertThat(JournalRecords.records("{\"records\":")).isEqualTo(-1);
  }
}
