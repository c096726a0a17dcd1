/** Whether strings are the same object, and their hashes. */
public final class InternIdentity {

  public static void main(String[] args) throws Exception {
    String made = "esc" + System.nanoTime() % 2;
    System.out.println(made.intern() == made);
    System.out.println(System.identityHashCode(made) + " " + made.hashCode());
  }
}
