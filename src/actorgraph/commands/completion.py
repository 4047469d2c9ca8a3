"""Completion for bash, zsh and fish. The shell never evaluates what it is offered."""

from typing import Annotated

import typer

from ..errors import Fault

EXAMPLES = ("actorgraph completion bash", "actorgraph completion fish")

SCRIPTS = {
    "bash": """\
_actorgraph() {
    local IFS=$'\\n'
    COMPREPLY=($(_ACTORGRAPH_COMPLETE=1 actorgraph "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _actorgraph actorgraph
""",
    "zsh": """\
#compdef actorgraph
_actorgraph() {
    local -a offers
    offers=(${(f)"$(_ACTORGRAPH_COMPLETE=1 actorgraph "${(@)words[2,CURRENT]}" 2>/dev/null)"})
    if (( $#offers )); then compadd -a offers; else _files; fi
}
compdef _actorgraph actorgraph
""",
    "fish": """\
function __actorgraph
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    _ACTORGRAPH_COMPLETE=1 actorgraph $words[2..-1] "$current" 2>/dev/null
end
complete -c actorgraph -f -a '(__actorgraph)'
""",
}


def shells() -> list[str]:
    """The shells there are lines for."""
    return list(SCRIPTS)


def command(
    shell: Annotated[str, typer.Argument(metavar="SHELL", help="bash, zsh or fish.", autocompletion=shells)],
) -> None:
    """The lines that teach a shell to complete actorgraph.

    For bash, add this to ~/.bashrc: eval "$(actorgraph completion bash)". For zsh, the same with zsh in
    ~/.zshrc. For fish: actorgraph completion fish > ~/.config/fish/completions/actorgraph.fish
    """
    if shell not in SCRIPTS:
        known = ", ".join(SCRIPTS)
        raise Fault(f'No completion for "{shell}". Known: {known}. Try: actorgraph completion bash')
    typer.echo(SCRIPTS[shell], nl=False)
