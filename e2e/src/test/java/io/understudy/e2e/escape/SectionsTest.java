package io.understudy.e2e.escape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SectionsTest {
  private static final List<String> PROGRAMS = List.of("One", "Two", "Three");

  private final Sections recorded = new Sections("== One\n1\n2\n== Two\n3\n== Three\n");

  @Test
  void namesProgramAndLine() {
    Sections replayed = new Sections("== One\n1\n7\n== Two\n3\n== Three\n4\n");

    assertThat(recorded.differences(PROGRAMS, replayed))
        .isEqualTo(
            """
            One line 2
              recorded: 2
              replayed: 7
            Three line 1
              recorded: (none)
              replayed: 4
            """);
    assertThat(recorded.differences(PROGRAMS, recorded)).isEmpty();
  }

  @Test
  void namesWhatWasNotReached() {
    assertThat(recorded.differences(List.of("Three", "Four"), new Sections("== One\n1\n")))
        .isEqualTo("Three was not reached in the replay\nFour was not reached\n");
  }
}
