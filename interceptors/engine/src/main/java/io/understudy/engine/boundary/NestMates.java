package io.understudy.engine.boundary;

import io.understudy.engine.turn.ManagedThread;
import io.understudy.engine.turn.Turn;

/** Hands the hidden nest mates of JDK classes to the generated bridges. */
public final class NestMates {
  /** How their names end. */
  public static final String SUFFIX = "$$Understudy";

  private static volatile Object[] mates = new Object[0];
  private static volatile Source source;

  private NestMates() {}

  /** Makes the nest mates of modules other than java.base. Implemented in the agent tier. */
  public interface Source {
    /** Called once for each host, when the first bridge of its module is called. */
    Object make(int host);
  }

  /** Installs those of java.base, before the bridges' class is initialised. */
  public static void install(Object[] instances, Source others) {
    mates = instances.clone();
    source = others;
  }

  /** By number of the host class. */
  public static Object get(int host) {
    if (host < mates.length) {
      return mates[host];
    }
    ManagedThread t = Turn.enterAgent();
    try {
      return source.make(host);
    } finally {
      Turn.leaveAgent(t);
    }
  }
}
