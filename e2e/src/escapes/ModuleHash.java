/** The hash of the unnamed module, which is hashed before main. */
public final class ModuleHash {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 1; i++) {
      System.out.println(Crew.class.getModule());
    }
  }
}
