package io.understudy.weaver.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.weaver.table.NativeMethod;
import io.understudy.weaver.table.NativeTable;
import io.understudy.weaver.table.UnclassifiedNativeException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProofTest {
  private static final List<NativeMethod> LIVE = Census.take();

  @Test
  void everyNativeOfTheRunningJdkHasARule() {
    assertThat(LIVE).hasSizeGreaterThan(600);
    assertThatCode(() -> Proof.check(NativeTable.load(), LIVE)).doesNotThrowAnyException();
  }

  @Test
  void anUnknownNativeRefusesToStartByName() {
    List<NativeMethod> more = new ArrayList<>(LIVE);
    more.add(new NativeMethod("java/foo/Bar", "baz", "(I)V", true, false));

    assertThatThrownBy(() -> Proof.check(NativeTable.load(), more))
        .isInstanceOfSatisfying(
            UnclassifiedNativeException.class, e -> assertThat(e.exitCode()).isEqualTo(78))
        .hasMessageStartingWith(
            "refusing to start: java/foo/Bar#baz(I)V of module java.base has no rule");
  }

  @Test
  void aWildcardDoesNotSpeakOfNativesThatNobodyHasSeen() {
    List<NativeMethod> more = new ArrayList<>(LIVE);
    NativeMethod added = new NativeMethod("java/lang/Thread", "hostLoad", "()J", true, false);
    more.add(added);

    assertThat(NativeTable.load().find(added)).isNotNull();
    assertThatThrownBy(() -> Proof.check(NativeTable.load(), more))
        .isInstanceOf(UnclassifiedNativeException.class)
        .hasMessageContaining("java/lang/Thread#hostLoad()J of module java.base has no rule");
  }

  @Test
  void aLineThatNamesANativeNeedsNoList() {
    NativeMethod added = new NativeMethod("java/lang/Thread", "hostLoad", "()J", true, false);
    NativeTable named = NativeTable.parse(List.of("N java/lang/Thread hostLoad"));

    assertThatCode(() -> Proof.check(named, List.of(added))).doesNotThrowAnyException();
  }

  @Test
  void aTableWithoutTheNetworkIsRefused() {
    NativeTable some = NativeTable.parse(List.of("D java/* *", "D jdk/* *", "D sun/net/* *"));

    assertThatThrownBy(() -> Proof.check(some, LIVE))
        .isInstanceOf(UnclassifiedNativeException.class)
        .hasMessageContaining("sun/nio/");
  }

  @Test
  void theDigestSeesNameDescriptorAndStatic() {
    String digest = digest("a", "()V", false);

    assertThat(digest).hasSize(64).isEqualTo(digest("a", "()V", false));
    assertThat(digest("b", "()V", false)).isNotEqualTo(digest);
    assertThat(digest("a", "()I", false)).isNotEqualTo(digest);
    assertThat(digest("a", "()V", true)).isNotEqualTo(digest);
  }

  private static String digest(String name, String desc, boolean isStatic) {
    return Census.digest(List.of(new NativeMethod("x/Y", name, desc, isStatic, false)));
  }

  @Test
  void aKnownBuildWasProvenWithTheCensusItHas() {
    String known = KnownBuilds.load().digest(BuildId.running());

    // null: this build is not known, and the census is taken at each start
    assertThat(known).isIn(null, Census.digest(LIVE));
    assertThat(KnownBuilds.load().contains(new BuildId("17", "nobody", 1))).isFalse();
  }
}
