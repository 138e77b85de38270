export const REQUEST_METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"] as const;

export const STATUS_CLASSES = ["2xx", "3xx", "4xx", "5xx"] as const;
