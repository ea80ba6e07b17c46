/// What was done about a predictor, or is to be said against it.
public enum PredictorRemark: Sendable, Hashable {
  /// It has a single value in the training rows: left out.
  case constant(String)
  /// Missing in so many training rows: the mean and a mark of its own.
  case missing(String, rows: Int)
  /// Levels with few training rows, taken together.
  case pooled(String, levels: Int, rows: Int)
  /// Levels of rows to score that no training row has: taken as the mean.
  case unseen(String, rows: Int)
  /// It tells hits from misses without an error: probably known only afterwards.
  case separating(String)
}
