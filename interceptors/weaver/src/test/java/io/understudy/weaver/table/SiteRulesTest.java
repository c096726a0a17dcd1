package io.understudy.weaver.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.weaver.census.RunningImage;
import org.junit.jupiter.api.Test;

class SiteRulesTest {
  private static final boolean OLD = Runtime.version().feature() < 21;

  private final NativeTable table = NativeTable.load();
  private final RunningImage image = new RunningImage();
  private final BridgePlan plan = BridgePlan.of(table, image);
  private final SiteRules rules = SiteRules.of(table, plan, image);
  private final SiteRules.Caller app = rules.caller("app/Main", false);

  @Test
  void timeGoesToTheClock() {
    assertThat(app.find("java/lang/System", "nanoTime", "()J"))
        .hasToString("io/understudy/engine/time/Clock.nanoTime()J");
    assertThat(app.find("java/lang/System", "nanoTime", "(I)J")).isNull();
    assertThat(app.find("app/System", "nanoTime", "()J")).isNull();
  }

  @Test
  void startUpCodeKeepsItsClock() {
    assertThat(
            rules
                .caller("java/util/zip/ZipFile$Source", true)
                .find("java/lang/System", "currentTimeMillis", "()J"))
        .isNull();
  }

  @Test
  void parkPrependsItsReceiver() {
    assertThat(app.find("jdk/internal/misc/Unsafe", "park", "(ZJ)V"))
        .hasToString("io/understudy/engine/hook/Parking.park(Ljava/lang/Object;ZJ)V");
  }

  @Test
  void waitIsNobodyElses() {
    assertThat(app.find("app/Queue", "wait", "(J)V"))
        .hasToString("io/understudy/engine/monitor/WaitSet.await(Ljava/lang/Object;J)V");
  }

  @Test
  void identityHashesOfTheJdkCountOnlyInCollections() {
    Target hash = app.find("app/Key", "hashCode", "()I");

    assertThat(hash)
        .hasToString("io/understudy/engine/identity/IdentityHash.hashCode(Ljava/lang/Object;)I");
    assertThat(rules.caller("java/util/HashMap", true).find("java/lang/Object", "hashCode", "()I"))
        .isEqualTo(hash);
    assertThat(rules.caller("sun/net/X", true).find("java/lang/Object", "hashCode", "()I"))
        .isNull();
    assertThat(app.find("java/lang/String", "hashCode", "()I")).isNull();
  }

  @Test
  void superHashCodeIsTheIdentity() {
    assertThat(app.findSpecial("java/lang/Object", "hashCode", "()I").name()).isEqualTo("of");
    assertThat(app.findSpecial("app/Base", "hashCode", "()I")).isNull();
    assertThat(app.findSpecial("java/lang/Object", "notify", "()V").name()).isEqualTo("notifyOne");
  }

  @Test
  void receiveGoesToABridgeOfItsOwn() {
    Target t =
        app.find("sun/nio/ch/DatagramChannelImpl", "receive0", "(Ljava/io/FileDescriptor;JIJZ)I");

    assertThat(t.owner()).isEqualTo(Target.BRIDGES);
    assertThat(t.desc()).isEqualTo("(Ljava/io/FileDescriptor;JIJZ)I");
    assertThat(plan.bridged().get(Integer.parseInt(t.name().substring(1))).method().name())
        .isEqualTo("receive0");
  }

  @Test
  void anInheritedStaticNativeIsFoundUnderBothNames() {
    Target t = app.find("sun/nio/ch/FileDispatcherImpl", "closeIntFD", "(I)V");

    assertThat(t).isNotNull();
    if (!OLD) {
      assertThat(app.find("sun/nio/ch/UnixFileDispatcherImpl", "closeIntFD", "(I)V")).isEqualTo(t);
    }
  }

  @Test
  void anInterfaceCallSharesItsBridge() {
    String desc = "()Ljava/lang/String;";
    Target t = app.find("java/net/InetAddressImpl", "getLocalHostName", desc);

    assertThat(t.desc()).isEqualTo("(Ljava/net/InetAddressImpl;)Ljava/lang/String;");
    assertThat(app.find("java/net/Inet6AddressImpl", "getLocalHostName", desc)).isEqualTo(t);
    assertThat(app.find("java/net/Inet4AddressImpl", "getLocalHostName", desc)).isEqualTo(t);
  }

  @Test
  void sequencesOfThisJdkAreFound() {
    Target thread =
        OLD
            ? app.find("java/lang/Thread", "nextThreadNum", "()I")
            : app.find("java/lang/Thread$ThreadNumbering", "next", "()I");

    assertThat(thread.owner()).isEqualTo(Target.BRIDGES);
    assertThat(rules.field("java/util/Random", "seedUniquifier").target().toString())
        .startsWith(
            "io/understudy/engine/hook/Counters.pick(Ljava/util/concurrent/atomic/AtomicLong;I)");
  }

  @Test
  void methodsOfThreadAreWoven() {
    assertThat(rules.methodHooks("java/lang/Thread"))
        .extracting(MethodHook::name)
        .contains("interrupt", "join", "isInterrupted", "isAlive");
    assertThat(rules.methodHooks("java/lang/Process")).isEmpty();
  }
}
