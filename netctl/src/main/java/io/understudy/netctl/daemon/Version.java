package io.understudy.netctl.daemon;

/** The release of netctl. */
public final class Version {
  private Version() {}

  /** From the jar's manifest; "development" when run from classes. */
  public static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
