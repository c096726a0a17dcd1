package io.understudy.e2e.faults;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * One of several enclosures, each with a network and a pair of its own, that share the runs of each
 * row: lane 2 of 3 plays runs 2, 5, 8 … Rows that need the whole machine are lane 0's, which is
 * played before the others, alone.
 *
 * @param number from 0
 * @param lanes how many there are, but for lane 0; 1 for {@link #ONLY}
 */
record Lane(int number, int lanes) {
  /** Plays everything. */
  static final Lane ONLY = new Lane(1, 1);

  /** Option of the command that plays one lane. */
  static final String OPTION = "--lane";

  Lane {
    if (number < 0 || number > lanes) {
      throw new IllegalArgumentException("there is no lane " + number + " of " + lanes);
    }
  }

  /** The one that is played while there is no other. */
  static Lane alone(int lanes) {
    return new Lane(0, lanes);
  }

  /** Whether a run of a row, counted from 1, is this lane's. */
  boolean plays(FaultRow row, int run) {
    if (lanes == 1 && number == 1) {
      return true;
    }
    return row.needsWholeMachine() ? number == 0 : number > 0 && (run - number) % lanes == 0;
  }

  @Override
  public String toString() {
    return number + "/" + lanes;
  }

  /** Reads what {@link #toString} writes. */
  static final class Converter implements ITypeConverter<Lane> {
    @Override
    public Lane convert(String value) {
      String[] parts = value.split("/", 2);
      try {
        return new Lane(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
        throw new TypeConversionException("'" + value + "' is no lane; 2/3 is one");
      }
    }
  }
}
