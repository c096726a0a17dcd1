/** System.identityHashCode and Object.hashCode. */
public final class IdentityHashes {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 3; i++) {
      System.out.println(System.identityHashCode(new Object()) + " " + new Object().hashCode());
    }
  }
}
