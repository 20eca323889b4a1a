"""JSON Merge Patch (RFC 7396) between two documents that never hold null."""

from typing import Any

Document = dict[str, Any]


def merge_patch(old: Document, new: Document) -> Document:
    """The patch that turns `old` into `new`; empty when they are equal."""
    patch: Document = {key: None for key in old if key not in new}
    for key, value in new.items():
        if key not in old:
            patch[key] = value
        elif isinstance(value, dict) and isinstance(old[key], dict):
            inner = merge_patch(old[key], value)
            if inner:
                patch[key] = inner
        elif old[key] != value or isinstance(old[key], bool) is not isinstance(value, bool):
            patch[key] = value
    return patch


def apply_patch(document: Document, patch: Document) -> Document:
    """`document` with a patch applied; neither is changed."""
    result = dict(document)
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        elif isinstance(value, dict):
            inner = result.get(key)
            result[key] = apply_patch(inner if isinstance(inner, dict) else {}, value)
        else:
            result[key] = value
    return result
