package io.understudy.weaver.swap;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.weaver.cache.KeptClasses;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ClassWeaverTest {
  private static final String WATCHED = "Entrance.entered";

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
    boolean isNative = Runtime.version().feature() < 21; // else yield calls a native of its own
    assertThat(calls("threads"))
        .contains(isNative ? "Sleeping.yieldNow" : "Samples$Worker.yield", "Samples$Doll.isAlive")
        .doesNotContain(isNative ? "Samples$Worker.yield" : "Sleeping.yieldNow");
  }

  @Test
  void staticInitialiserIsEnteredAndLeftOnEveryPath() throws IOException {
    List<String> calls = calls("<clinit>");
    assertThat(calls).startsWith("ClassInit.enter").endsWith("ClassInit.exit", "ClassInit.exit");
  }

  @Test
  void theServersEntrancesAreWatched() throws IOException {
    assertThat(Calls.in(weave(Samples.Guest.class, true), "run")).containsExactly(WATCHED);
    assertThat(Calls.in(weave(Samples.Guest.class, true), "lambda$later$0")).contains(WATCHED);
    assertThat(Calls.in(weave(Samples.Guest.class, true), "later")).doesNotContain(WATCHED);
    assertThat(weave(Samples.Guest.class, false)).as("of the JDK").isNull();
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

  private static byte[] jdk(String name) throws IOException {
    try (var in = Object.class.getModule().getResourceAsStream(name + ".class")) {
      return weaver.weave(in.readAllBytes(), new Caller(name, null, false), true);
    }
  }

  @Test
  void hooksAreWovenAroundMethodsOfThread() throws IOException {
    byte[] thread = jdk("java/lang/Thread");
    assertThat(Calls.in(thread, "interrupt")).startsWith("Threads.interrupt");
    assertThat(Calls.in(thread, "isInterrupted")).endsWith("Threads.isInterrupted");
    assertThat(Calls.in(thread, "getState")).endsWith("Threads.getState");
    assertThat(Calls.in(jdk("java/lang/Shutdown"), "shutdown"))
        .startsWith("Exit.shutdown")
        .endsWith("Exit.shutdownDone");
  }

  @Test
  void constantsAndSequencesComeFromTheEngine() throws IOException {
    assertThat(Calls.in(jdk("java/util/ImmutableCollections$SetN$SetNIterator"), "<init>"))
        .contains("Seeds.salt32l");
    assertThat(Calls.in(jdk("java/util/concurrent/Executors$DefaultThreadFactory"), "<init>"))
        .contains("Counters.pick");
  }

  @Test
  void langIsAskedForHashesInTwoPlaces() throws IOException {
    assertThat(Calls.in(jdk("java/lang/Enum"), "hashCode")).containsExactly("IdentityHash.of");
    assertThat(Calls.in(jdk("java/lang/Object"), "toString")).contains("IdentityHash.hashCode");
  }

  @Test
  void hiddenClassesPassTheFilter() throws IOException {
    boolean old = Runtime.version().feature() < 21;
    assertThat(Calls.in(jdk(old ? "java/lang/System$2" : "java/lang/System$1"), "defineClass"))
        .contains("HiddenClasses.filter");
  }

  @Test
  void aClassThatCannotBeWovenIsReported() throws IOException {
    List<String> failures = new ArrayList<>();
    SiteTransformer transformer =
        new SiteTransformer(
            ProbeTable.rules(), (name, cause) -> failures.add(name), KeptClasses.none());
    byte[] bytes = Calls.classFile(Samples.class);
    byte[] torn = Arrays.copyOf(bytes, bytes.length / 2);
    ClassLoader loader = ClassLoader.getPlatformClassLoader();
    assertThat(transformer.transform(null, loader, "app/Torn", null, null, torn)).isNull();
    assertThat(failures).containsExactly("app/Torn");
  }

  /** Holds nothing. */
  record Target0() {}
}
