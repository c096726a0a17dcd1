package io.understudy.weaver.swap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ClassWeaverTest {
  private static ClassWeaver weaver;

  @BeforeAll
  static void readTable() throws IOException {
    weaver = new ClassWeaver(new Weave(ProbeTable.rules()));
  }

  private static byte[] weave(Class<?> type, boolean application) throws IOException {
    String name = type.getName().replace('.', '/');
    Caller caller = new Caller(name, type.getClassLoader(), application);
    return weaver.weave(Calls.classFile(type), caller, application);
  }

  private static List<String> calls(String method) throws IOException {
    return Calls.in(weave(Samples.class, true), method);
  }

  @Test
  void clocksAreReadFromTheEngine() throws IOException {
    assertThat(calls("clocks"))
        .contains("Clock::nanoTime", "Clock.currentTimeMillis", "Clock.nanoTime")
        .noneMatch(call -> call.startsWith("System"));
  }

  @Test
  void waitAndNotifyAreFoundWhateverTheOwner() throws IOException {
    assertThat(calls("waiting"))
        .containsExactly(
            "WaitSet.await", "WaitSet.notifyEvery", "WaitSet.await", "WaitSet.notifyOne");
  }

  @Test
  void inheritedHashesComeFromTheEngine() throws IOException {
    assertThat(calls("identityHashes"))
        .containsExactly(
            "IdentityHash::hashCode",
            "Objects.requireNonNull",
            "IdentityHash::hashCode",
            "IdentityHash.hashCode",
            "IdentityHash.hashCode",
            "IdentityHash.hashCode",
            "IdentityHash.hashCode",
            "IdentityHash.of",
            "ToIntFunction.applyAsInt",
            "IntSupplier.getAsInt");
  }

  @Test
  void classesWithAHashOfTheirOwnAreLeftAlone() throws IOException {
    assertThat(calls("ownHashes"))
        .containsExactly(
            "Objects.requireNonNull",
            "String::hashCode",
            "String.hashCode",
            "Integer.hashCode",
            "Samples$Plain.hashCode",
            "IntSupplier.getAsInt");
  }

  @Test
  void superHashCodeForcesTheIdentityHash() throws IOException {
    assertThat(Calls.in(weave(Samples.Plain.class, true), "hashCode"))
        .containsExactly("IdentityHash.of");
  }

  @Test
  void threadMethodsAreFoundThroughSubclassesOnly() throws IOException {
    assertThat(calls("threads"))
        .contains("Sleeping.yieldNow", "Samples$Doll.isAlive")
        .doesNotContain("Samples$Worker.yield");
  }

  @Test
  void staticInitialiserIsEnteredAndLeftOnEveryPath() throws IOException {
    List<String> calls = calls("<clinit>");
    assertThat(calls).startsWith("ClassInit.enter").endsWith("ClassInit.exit", "ClassInit.exit");
  }

  @Test
  void classesWithoutSitesAreGivenBackAsTheyCame() throws IOException {
    assertThat(weave(Target0.class, true)).isNull();
  }

  @Test
  void jdkClassesAreNotAskedForHashesOutsideCollections() throws IOException {
    byte[] woven = weave(Samples.class, false);
    assertThat(Calls.in(woven, "identityHashes")).noneMatch(call -> call.contains("IdentityHash"));
    assertThat(Calls.in(woven, "waiting")).contains("WaitSet.await");
  }

  /** Holds nothing. */
  record Target0() {}
}
