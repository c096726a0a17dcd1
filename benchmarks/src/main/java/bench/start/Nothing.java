package bench.start;

/** A program that ends at once: what it costs is the JVM's start. */
public final class Nothing {
  private Nothing() {}

  /** Does nothing. */
  public static void main(String[] arguments) {
    System.out.println("started");
  }
}
