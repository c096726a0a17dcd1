package io.understudy.weaver.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeTableTest {
  @Test
  void firstMatchingLineWins() {
    NativeTable t = NativeTable.parse(List.of("# comment", "", "B a/B c,d", "L a/* *"));

    assertThat(t.find("a/B", "c").kind()).isEqualTo(Kind.BLOCKING_INPUT);
    assertThat(t.find("a/B", "e").kind()).isEqualTo(Kind.LOCAL);
    assertThat(t.find("b/B", "c")).isNull();
    assertThat(t.rules()).extracting(Rule::line).containsExactly(3, 4);
  }

  @Test
  void aSectionSpeaksOfOneModule() {
    NativeTable t =
        NativeTable.parse(List.of("D a/B *", "module m", "X a/B *", "module m", "L c/* *"));

    assertThat(t.find("a/B", "c").kind()).isEqualTo(Kind.DETERMINISTIC);
    assertThat(t.find("m", "a/B", "c").kind()).isEqualTo(Kind.UNSUPPORTED);
    assertThat(t.find("m", "c/D", "e").kind()).isEqualTo(Kind.LOCAL);
    assertThat(t.find("other", "a/B", "c")).isNull();
    assertThat(t.modules()).containsExactly("java.base", "m");
  }

  @Test
  void specsSpeakOfArguments() {
    NativeTable t = NativeTable.parse(List.of("B a/B c t3 m1:ret*12 via:a/C"));

    Rule r = t.rules().get(0);
    assertThat(r.spec(Spec.Type.BLOCKS_IF).argument()).isEqualTo(3);
    assertThat(r.spec(Spec.Type.MEMORY_OUT)).isEqualTo(new Spec(Spec.Type.MEMORY_OUT, 1, "ret*12"));
    assertThat(r.spec(Spec.Type.VIA).detail()).isEqualTo("a/C");
    assertThat(r.spec(Spec.Type.BIND)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Y a/B c            | line 1: unknown kind \"Y\"",
        "B a/B              | line 1: at least 3 words",
        "B a/B c m1:ret zz9 | line 1: unknown spec \"zz9\"",
        "B a/B,,a/C c       | line 1: empty or double name",
        "M a/B c()V after:x | line 1: unknown point \"after:x\"",
        "M a/B c enter:p/X.y| line 1: \"c\" is not of the form name(arguments)result",
        "S a/B c()V pX      | line 1: no method in \"pX\"",
        "C a/B c p/X.y      | line 1: \"c\" is not of the form name:type",
        "Q a/B c()J from:1  | line 1: unknown word \"from:1\"",
      })
  void badLinesAreNamed(String line, String message) {
    assertThatThrownBy(() -> NativeTable.parse(List.of(line)))
        .isInstanceOf(TableException.class)
        .hasMessageContaining(message)
        .hasMessageContaining("the line is \"" + line.strip());
  }

  @Test
  void everyLetterIsAKind() {
    for (Kind k : Kind.values()) {
      assertThat(Kind.of(String.valueOf(k.letter()))).isEqualTo(k);
    }
  }
}
