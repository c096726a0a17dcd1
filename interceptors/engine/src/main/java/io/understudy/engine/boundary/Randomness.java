package io.understudy.engine.boundary;

import io.understudy.engine.turn.Turn;
import java.io.FileInputStream;
import java.io.IOException;
import java.security.ProviderException;

/**
 * Random bytes of java.security.SecureRandom. The JDK's NativePRNG keeps one buffer for all
 * threads, so what the agent draws would shift what the server gets; managed threads read the
 * device instead, and the log holds the bytes.
 */
public final class Randomness {
  private static final String DEVICE = "/dev/urandom";

  /** Length of the digest that the JDK makes: SHA-1. */
  private static final int ENTROPY = 20;

  private static volatile FileInputStream device;

  private Randomness() {}

  /** Opens the device, before the first managed thread. */
  public static void open() throws IOException {
    device = new FileInputStream(DEVICE);
  }

  /**
   * Entry of {@code NativePRNG$RandomIO.implNextBytes}.
   *
   * @return true: filled, skip the body; false: the caller is not managed
   */
  public static boolean fill(Object generator, byte[] data) {
    FileInputStream in = device;
    if (Turn.current() == null || in == null) {
      return false;
    }
    read(in, data);
    return true;
  }

  /**
   * Entry of {@code SeedGenerator.getSystemEntropy}, which digests the clock, properties and the
   * names of files in the temporary directory: the seeder of SHA1PRNG keeps it.
   *
   * @return null: the caller is not managed; else an array with the bytes
   */
  public static Object[] entropy() {
    FileInputStream in = device;
    if (Turn.current() == null || in == null) {
      return null;
    }
    byte[] data = new byte[ENTROPY];
    read(in, data);
    return new Object[] {data};
  }

  private static void read(FileInputStream in, byte[] data) {
    try {
      for (int at = 0; at < data.length; ) {
        int n = in.read(data, at, data.length - at); // through the bridge of readBytes
        if (n <= 0) {
          throw new IOException(DEVICE + " has ended");
        }
        at += n;
      }
    } catch (IOException e) {
      throw new ProviderException("random bytes cannot be read", e);
    }
  }
}
