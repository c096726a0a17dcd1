/** ToString of class loaders and modules. */
public final class LoaderStrings {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 1; i++) {
      System.out.println(
          Crew.class.getClassLoader()
              + " "
              + Object.class.getModule()
              + " "
              + Crew.class.getClassLoader().hashCode());
    }
  }
}
