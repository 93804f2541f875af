"""How templates become Python: as Jinja does it, without what these templates never ask for.

Jinja calls a macro by way of two objects, looks up imports and attributes anew for every page, and
asks of each text what it is. A page does so hundreds of times: it took more than the page itself.
"""

from collections.abc import Callable

import markupsafe
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef, optimizeconst
from markupsafe import Markup, escape

# MarkupSafe's own way to escape a text without an object around it, which it has since 3.0.
_escaped: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape)


def shown(value: object) -> str:
    """A value as HTML shows it: what MarkupSafe's `escape` gives, by a short way for plain texts.

    HTML that a template has made stays as it is; an undefined value is an error.
    """
    if type(value) is str:
        return _escaped(value)
    return value if type(value) is Markup else escape(value)


class PlainCode(CodeGenerator):
    """Macros are functions that take every argument by position; `a.b` is an attribute, no more.

    A misspelt name or attribute stays an error, and all that is shown passes through `shown`.
    Jinja names this way of changing its code (`Environment.code_generator_class`); its
    environment has to have `macro`.
    """

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja's
        """What every template calls is a name of its module."""
        self.writeline(f"from {__name__} import shown")
        super().visit_Template(node, frame)

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """The function itself instead of an object around it."""
        self.write("macro")

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:
        """What a macro gives back is HTML already."""
        self.writeline(f"return Markup(concat({frame.buffer}))")

    def visit_FromImport(self, node: nodes.FromImport, frame: Frame) -> None:  # noqa: N802 - Jinja's
        """Macros are looked up once for the whole environment; none is given another name."""
        template = node.template.as_const()
        for name in node.names:
            self.writeline(f"{frame.symbols.ref(str(name))} = context.vars[{name!r}] = ")
            self.write(f"environment.macro({template!r}, {name!r})")

    @optimizeconst
    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's
        """Python's own attribute, where Jinja would look for an item too."""
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    @optimizeconst
    def visit_Call(  # noqa: N802 - Jinja's
        self,
        node: nodes.Call,
        frame: Frame,
        forward_caller: bool = False,
    ) -> None:
        """Python's own call, where Jinja would first ask what the callee wants to know."""
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: object) -> None:
        self.write("shown(")
