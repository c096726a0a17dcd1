/** System.getenv: values and order. */
public final class EnvironmentMap {

  public static void main(String[] args) throws Exception {
    System.out.println(System.getenv("NODE") + " " + System.getenv().keySet());
    System.out.println(new ProcessBuilder().environment().get("NODE"));
  }
}
