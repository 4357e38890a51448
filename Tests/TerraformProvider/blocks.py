"""Words to declare a schema in, and the check of a configuration against it."""

from tf.gen import tfplugin_pb2 as pb
from tf.schema import Attribute, Block, NestedBlock, NestMode
from tf.types import Unknown


class CheckedAttribute(Attribute):
    """An attribute whose value is looked at, as the provider does, beyond its type."""

    def __init__(self, name, kind, check=None, **options):
        super().__init__(name, kind() if isinstance(kind, type) else kind, **options)
        self.check = check


def attribute(name, kind, check=None, optional=True, **options):
    return CheckedAttribute(name, kind, check, optional=optional, **options)


def required(name, kind, check=None):
    return CheckedAttribute(name, kind, check, required=True)


def computed(name, kind, check=None):
    """May be written; the provider fills it in where it is not."""
    return CheckedAttribute(name, kind, check, optional=True, computed=True)


class ListBlock(NestedBlock):
    """A block that may be repeated up to a limit, the only kind of block that bpg/proxmox has."""

    def __init__(self, name, attributes=(), blocks=(), at_most=None):
        super().__init__(name, NestMode.Set, Block(list(attributes), list(blocks)), max_items=at_most)

    def to_pb(self):
        message = super().to_pb()
        message.nesting = pb.Schema.NestedBlock.NestingMode.LIST
        return message

    # Terraform's values are lists, dictionaries, texts, numbers and truth values already.
    def encode(self, value):
        return value

    def decode(self, value):
        return value

    def semantically_equal(self, a_decoded, b_decoded):
        return a_decoded == b_decoded


def faults(block, values, path=()):
    """What the provider would say about the values of one block: pairs of a path and a sentence."""
    for item in block.attributes:
        value = values.get(item.name)
        if value is None or value is Unknown or item.check is None:
            continue
        sentence = item.check(value)
        if sentence:
            yield [*path, item.name], sentence
    for nested in block.block_types:
        for index, inner in enumerate(values.get(nested.type_name) or []):
            yield from faults(nested.block, inner, (*path, nested.type_name, (index,)))
