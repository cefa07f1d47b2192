namespace SupplySim.Statistics;

/// <summary>By which test two alternatives are told apart.</summary>
public enum DifferenceTest
{
    /// <summary>Student's t test of the mean of the differences, or Welch's of two means.</summary>
    Student,

    /// <summary>Of pairs that are noughts and ones, or that all differ alike: <see cref="SignTest"/>. How
    /// far such pairs vary says nothing.</summary>
    Sign,

    /// <summary>Of two samples of noughts and ones, or that do not vary, which are not paired: <see cref="FisherTest"/>.</summary>
    Fisher,

    /// <summary>None is needed: nothing in the runs is random, so that what differs does so surely.</summary>
    None,

    /// <summary>None is made: of a mean, fewer runs than <see cref="FewestRuns.ForAMean"/> say too little.</summary>
    TooFew,
}
