package io.understudy.weaver.swap;

import io.understudy.engine.boundary.NestMates;
import io.understudy.engine.hook.ClassFilter;
import io.understudy.engine.turn.ManagedThread;
import io.understudy.engine.turn.Turn;
import io.understudy.weaver.cache.KeptClasses;
import io.understudy.weaver.table.SiteRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.module.ResolvedModule;
import java.security.ProtectionDomain;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Weaves classes of the server and of the JDK as they load. Runs on whatever thread loads a class,
 * often the turn holder, so the hooks are off while it works.
 */
public final class SiteTransformer implements ClassFileTransformer, ClassFilter {
  private static final int WARM_UP_ROUNDS = 2;
  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  private final ClassWeaver weaver;
  private final WeavingFailure failure;
  private final WovenBase woven;
  private final ClassLoader own = SiteTransformer.class.getClassLoader();
  private final Set<String> jdkModules =
      ModuleLayer.boot().configuration().modules().stream()
          .filter(
              m -> m.reference().location().filter(u -> "jrt".equals(u.getScheme())).isPresent())
          .map(ResolvedModule::name)
          .collect(Collectors.toUnmodifiableSet());

  /**
   * Makes the transformer; {@link LoadedClasses#weave} registers it.
   *
   * @param rules the table, bound to the running JDK
   * @param failure is told of classes that could not be woven
   * @param kept what an earlier start with the same rules has woven
   */
  public SiteTransformer(SiteRules rules, WeavingFailure failure, KeptClasses kept) {
    weaver = new ClassWeaver(new Weave(rules));
    woven = new WovenBase(weaver, kept);
    this.failure = failure;
  }

  /**
   * Weaves samples, so that no class of the weaver is loaded inside a transformation later. To be
   * called before the transformer is registered.
   */
  public void warm() {
    for (Class<?> sample : new Class<?>[] {SiteTransformer.class, Ancestry.class}) {
      byte[] bytes = bytes(sample);
      for (int i = 0; i < WARM_UP_ROUNDS; i++) {
        weaver.weave(bytes, new Caller("warm/Sample", own, true), true);
      }
    }
  }

  private static byte[] bytes(Class<?> sample) {
    String name = sample.getName();
    try (InputStream in =
        sample.getResourceAsStream(name.substring(name.lastIndexOf('.') + 1) + ".class")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the agent's own classes", e);
    }
  }

  @Override
  public byte[] transform(
      Module module,
      ClassLoader loader,
      String name,
      Class<?> loaded,
      ProtectionDomain domain,
      byte[] bytes) {
    if (name == null || isAgents(loader, name)) {
      return null;
    }
    Caller caller =
        new Caller(
            name, loader, isApplication(module, loader), module == null ? null : module.getName());
    return guarded(bytes, caller, loaded == null || PendingInitialisers.awaits(loaded));
  }

  @Override
  public byte[] filter(ClassLoader loader, byte[] classFile) {
    ManagedThread t = Turn.enterAgent();
    try {
      String name = new ClassFile(classFile).name();
      if (isAgents(loader, name)) {
        return classFile;
      }
      boolean application = loader != null && loader != PLATFORM;
      byte[] woven = guarded(classFile, new Caller(name, loader, application), application);
      return woven == null ? classFile : woven;
    } finally {
      Turn.leaveAgent(t);
    }
  }

  /** Whether a class of the JDK, given its class file, may hold a site; false is certain. */
  boolean mayConcern(String name, String module, byte[] bytes) {
    return weaver.mayConcern(new ClassFile(bytes), new Caller(name, null, false, module));
  }

  /** What is known of the classes of java.base. */
  WovenBase base() {
    return woven;
  }

  /** Whether the class belongs to the server, or to nobody we know. */
  boolean isApplication(Class<?> type) {
    return isApplication(type.getModule(), type.getClassLoader());
  }

  boolean isAgents(Class<?> type) {
    return isAgents(type.getClassLoader(), type.getName().replace('.', '/'));
  }

  private byte[] guarded(byte[] bytes, Caller caller, boolean classInit) {
    ManagedThread t = Turn.enterAgent();
    try {
      return woven.weave(bytes, caller, classInit);
    } catch (Throwable e) {
      failure.failed(caller.name(), e);
      return null;
    } finally {
      Turn.leaveAgent(t);
    }
  }

  private boolean isAgents(ClassLoader loader, String name) {
    return loader == own
        || name.startsWith("io/understudy/engine/")
        || name.startsWith("io/understudy/agent/")
        || name.startsWith("com/sun/jna/")
        || name.contains(NestMates.SUFFIX);
  }

  private boolean isApplication(Module module, ClassLoader loader) {
    return loader != null
        && loader != PLATFORM
        && !(module.isNamed() && jdkModules.contains(module.getName()));
  }
}
