import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Random;

/** Probable primes. */
public final class BigPrimes {

  public static void main(String[] args) throws Exception {
    System.out.println(BigInteger.probablePrime(100, new SecureRandom()));
    System.out.println(new BigInteger(90, new Random()));
  }
}
