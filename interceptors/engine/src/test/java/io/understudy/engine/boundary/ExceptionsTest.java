package io.understudy.engine.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.BindException;
import java.nio.channels.ClosedChannelException;
import org.junit.jupiter.api.Test;

class ExceptionsTest {
  @Test
  void classAndMessageComeBack() throws Exception {
    assertThat(Exceptions.rebuild(BindException.class, "Address already in use"))
        .isExactlyInstanceOf(BindException.class)
        .hasMessage("Address already in use");
    assertThat(Exceptions.rebuild(BindException.class, null)).hasMessage(null);
  }

  @Test
  void aClassWithoutMessageIsMadePlain() throws Exception {
    assertThat(Exceptions.rebuild(ClosedChannelException.class, null))
        .isExactlyInstanceOf(ClosedChannelException.class);
  }

  /** Neither () nor (String). */
  private static final class Odd extends Exception {
    private static final long serialVersionUID = 1;

    Odd(int number) {
      super("odd " + number);
    }
  }

  @Test
  void aClassThatCannotBeMadeIsNamed() {
    assertThat(new Odd(1)).hasMessage("odd 1");
    assertThatThrownBy(() -> Exceptions.rebuild(Odd.class, "odd"))
        .isInstanceOf(NoSuchMethodException.class)
        .hasMessageContaining("Odd");
  }
}
