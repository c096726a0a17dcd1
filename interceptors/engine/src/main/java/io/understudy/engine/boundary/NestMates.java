package io.understudy.engine.boundary;

/** Hands the hidden nest mates of JDK classes to the generated bridges. */
public final class NestMates {
  private static volatile Object[] mates = new Object[0];

  private NestMates() {}

  /** Installs them, before the bridges' class is initialised. */
  public static void install(Object[] instances) {
    mates = instances.clone();
  }

  /** By number of the host class. */
  public static Object get(int host) {
    return mates[host];
  }
}
