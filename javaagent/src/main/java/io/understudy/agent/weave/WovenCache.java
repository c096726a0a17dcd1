package io.understudy.agent.weave;

import io.understudy.agent.identity.Identity;
import io.understudy.agent.option.AgentOptions;
import io.understudy.agent.status.Console;
import io.understudy.weaver.cache.ClassCache;
import io.understudy.weaver.cache.KeptClasses;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;

/** The option {@code cache}: what earlier starts wove. For the main thread, during the start. */
public final class WovenCache {
  private final ClassCache cache;
  private final KeptClasses kept;

  private WovenCache(ClassCache cache, KeptClasses kept) {
    this.cache = cache;
    this.kept = kept;
  }

  /**
   * Reads what was kept for this agent and this JDK. A changed table of natives keeps nothing.
   *
   * @param jar the product jar
   */
  public static WovenCache open(AgentOptions options, Path jar) {
    if (options.cache() == null || options.table() != null) {
      return new WovenCache(null, KeptClasses.none());
    }
    try {
      String identity = Identity.shortOfThisAgent(jar.toFile());
      ClassCache cache =
          new ClassCache(
              new File(options.cache()).getAbsoluteFile().toPath(),
              identity,
              why -> Console.line("WARNING " + why));
      return new WovenCache(cache, cache.open());
    } catch (IOException e) {
      Console.line("WARNING cache=" + options.cache() + " is not used: " + e);
      return new WovenCache(null, KeptClasses.none());
    }
  }

  /** What the weaver finds and keeps. */
  public KeptClasses kept() {
    return kept;
  }

  /** Writes what this start has woven anew. */
  public void save() {
    if (cache != null) {
      cache.save(kept);
    }
  }
}
